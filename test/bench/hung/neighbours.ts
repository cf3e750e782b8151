/** What an app depends on, each made to hang. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desktop, Neighbour } from '../../desktop/index.ts';

export type Hung = Readonly<{
  /** The desktop for an app before the hang. Rejects when this machine cannot provide it. */
  good: (desktop: Desktop) => Promise<Desktop>;
  bad: (desktop: Desktop) => Promise<Desktop>;
  /** Starts the hang; returns the function that ends it. */
  begin: (desktop: Desktop) => () => void;
  /** Whether an app can get its icon during the hang. */
  allowsIcon: boolean;
  stop: () => void;
}>;

const plain = async (desktop: Desktop) => desktop;

const frozen = (neighbour: Neighbour, allowsIcon: boolean): Hung => ({
  good: plain,
  bad: plain,
  begin: (desktop) => desktop.freeze(neighbour),
  allowsIcon,
  stop: () => undefined,
});

/** A name server that accepts queries and answers none. */
const deafAddress = '127.0.0.99';

function deafResolver(): Hung {
  const socket = createSocket('udp4');
  let bound: Promise<unknown> | undefined;
  return {
    good: plain,
    bad: async (desktop) => {
      if (process.getuid?.() !== 0) throw new Error('only root can put another resolver in place');
      if (!bound) socket.bind(53, deafAddress);
      bound ??= once(socket, 'listening');
      await bound;
      const settings = join(desktop.makeFolder('resolver'), 'resolv.conf');
      writeFileSync(settings, `nameserver ${deafAddress}\noptions timeout:5 attempts:3\n`);
      chmodSync(settings, 0o644);
      const script = `mount --bind ${settings} /etc/resolv.conf && exec "$0" "$@"`;
      return startedBy(desktop, ['unshare', '--mount', 'sh', '-c', script]);
    },
    begin: () => () => undefined,
    allowsIcon: true,
    stop: () => void socket.close(),
  };
}

/** How long each disk write takes, in µs. */
const slowUs = 1_500_000;

/** Only these calls stop at the tracer, so everything else keeps its speed. */
const tracing = (delayUs: number) => [
  'strace',
  // The app stays a child of its original parent.
  '-D',
  '-f',
  '--seccomp-bpf',
  '-qqq',
  '-o',
  '/dev/null',
  '-e',
  'trace=fsync,fdatasync',
  '-e',
  `inject=fsync,fdatasync:delay_exit=${delayUs}`,
];

const slowDisk = (): Hung => ({
  good: async (desktop) => startedBy(desktop, tracing(0)),
  bad: async (desktop) => startedBy(desktop, tracing(slowUs)),
  begin: () => () => undefined,
  allowsIcon: true,
  stop: () => undefined,
});

/** `desktop` with a command in front of each program. */
function startedBy(desktop: Desktop, command: readonly string[]): Desktop {
  const folder = desktop.makeFolder('starter');
  const wrap = (executable: string) => {
    const inner = desktop.wrap(executable);
    const path = join(folder, `outside-${inner.replaceAll(/\W+/g, '-').slice(-60)}`);
    const words = [...command, inner].map((word) => `'${word}'`).join(' ');
    writeFileSync(path, `#!/bin/sh\nexec ${words} "$@"\n`);
    chmodSync(path, 0o755);
    return path;
  };
  return { ...desktop, wrap };
}

/** Baseline: how busy this machine is. */
const nobody = (): Hung => ({
  good: plain,
  bad: plain,
  begin: () => () => undefined,
  allowsIcon: false,
  stop: () => undefined,
});

export const neighbours: Readonly<Record<string, () => Hung>> = {
  nobody,
  notifications: () => frozen('notifications', true),
  keyring: () => frozen('keyring', true),
  bus: () => frozen('bus', false),
  panel: () => frozen('panel', false),
  resolver: deafResolver,
  disk: slowDisk,
};
