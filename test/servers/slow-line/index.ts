/**
 * Two machines and a slow line between them, each a network namespace, so the machine's own network stays untouched.
 * Needs root, Linux, and the programs `ip`, `socat`, `unshare` and `nsenter`.
 */
import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The far machine's addresses, and addresses without a host. */
export const addresses = {
  far: '10.9.0.130',
  farIpv6: 'fd00:9::2',
  /** On the line, but of no machine: packets to them are dropped. Lower numbers, so that they are tried first. */
  swallowed: ['10.9.0.2', '10.9.0.3'],
  swallowedIpv6: ['2001:db8:1::2', '2001:db8:1::3', '2001:db8:1::4'],
  /** The near machine has no route to it. */
  unreachableIpv6: '2001:db8:2::2',
} as const;

export type SlowLine = Readonly<{
  /** Runs a Node program on the near machine with these arguments; returns its output. */
  runNear: (file: URL, words: readonly string[]) => Promise<string>;
  /** Starts a Node program on the far machine; resolves with its first line of output. */
  startFar: (file: URL, words: readonly string[]) => Promise<string>;
  stop: () => void;
}>;

/** `hosts` is the near machine's own /etc/hosts. Ends when the process that started it does, even by a crash. */
export async function startSlowLine(
  options: Readonly<{ roundTripMs: number; hosts: Readonly<Record<string, readonly string[]>> }>,
): Promise<SlowLine> {
  const children: ChildProcess[] = [];
  const start = async (command: string, args: readonly string[]) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    children.push(child);
    return { pid: String(child.pid), line: await firstLine(child) };
  };
  const machine = () =>
    // `cat` ends with its input, which ends with this process.
    start('unshare', ['--net', '--mount', 'sh', '-c', 'ip link set lo up; echo up; exec cat']);
  const [near, far] = [await machine(), await machine()];
  const wire = await start('unshare', [
    '--net',
    process.execPath,
    fileURLToPath(new URL('wire.ts', import.meta.url)),
    String(options.roundTripMs / 2),
  ]);
  const on = ({ pid }: Readonly<{ pid: string }>, script: string) =>
    run('nsenter', [`--target=${pid}`, '--net', '--mount', 'sh', '-ec', script]);
  await on(wire, `ip link set near netns ${near.pid}; ip link set far netns ${far.pid}`);
  await on(
    near,
    `ip addr add 10.9.0.1/24 dev near; ip -6 addr add fd00:9::1/64 dev near nodad
     ip -6 addr add 2001:db8:1::1/48 dev near nodad; ip link set near up`,
  );
  await on(
    far,
    `ip addr add ${addresses.far}/24 dev far; ip -6 addr add ${addresses.farIpv6}/64 dev far nodad
     ip link set far up`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'coop-tray-line-'));
  const hostsFile = join(folder, 'hosts');
  writeFileSync(hostsFile, hostsText(options.hosts));
  await on(near, `mount --bind ${hostsFile} /etc/hosts`);

  const within = ({ pid }: Readonly<{ pid: string }>, file: URL, words: readonly string[]) => [
    `--target=${pid}`,
    '--net',
    '--mount',
    process.execPath,
    fileURLToPath(file),
    ...words,
  ];
  return {
    runNear: async (file, words) => (await run('nsenter', within(near, file, words))).stdout,
    startFar: async (file, words) => (await start('nsenter', within(far, file, words))).line,
    stop: () => {
      for (const child of children) child.stdin?.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function hostsText(hosts: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(hosts).flatMap(([name, all]) => all.map((one) => `${one} ${name}`));
  return `${lines.join('\n')}\n`;
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (piece) => {
      text += String(piece);
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${child.spawnargs.join(' ')}: ended, ${code}`)));
  });
}
