/** Connects to a server, directly or through a proxy. */
import type { Socket } from 'node:net';
import { isIP } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { placeKey } from '../../../shared/net/answers.ts';
import type { Lookup } from './addresses.ts';
import { connectToAny, findAddresses } from './connect.ts';
import type { Dial } from './line.ts';
import { toNetError, withPlace } from './error.ts';
import type { PhaseClock } from './phases.ts';
import { openTunnel, proxyFault, secured } from './tunnel.ts';

export type Approach = Readonly<{
  /** Closes what is open; no callback follows. */
  end: () => void;
  /** Why it failed: until the server is reached through a proxy, the fault is the proxy's. */
  explain: (error: unknown) => Error;
  /** The most telling of `error`, which ends the wait, and the failures so far. */
  mostTelling: (error: unknown) => unknown;
}>;

/** Calls back once, and asynchronously unless `broken`. */
export function startApproach(
  deps: Readonly<{
    target: Dial;
    lookup: Lookup;
    clock: PhaseClock;
    /** For a proxy that is spoken to over TLS. */
    options: () => ConnectionOptions;
  }>,
  on: Readonly<{
    /** The socket leads to the server, or to a proxy that forwards. */
    reached: (socket: Socket) => void;
    failed: (error: unknown) => void;
    /** The caller passed an invalid port: not the server's fault. */
    broken: (error: unknown) => void;
  }>,
): Approach {
  const { target, lookup, clock, options } = deps;
  const { host, at = host, port, phaseMs, through } = target;
  const first = through?.proxy ?? { host: at, port };
  let isOver = false;
  let hasReached = false;
  let close = () => {};
  let mostTelling = (error: unknown) => error;

  const failed = (error: unknown) => void (isOver || on.failed(error));
  const reached = (socket: Socket) => {
    if (isOver) return;
    hasReached = true;
    on.reached(socket);
  };
  const connected = (socket: Socket, sinceMs: number) => {
    clock.countFrom(sinceMs);
    close = () => socket.destroy();
    mostTelling = (error) => error;
    socket.on('error', failed);
    if (!through) return reached(socket);
    const done = (way: Socket) => {
      clock.enter('tunnel');
      if (through.forwards) return reached(way);
      openTunnel(way, through, { host: at, port }).then(() => reached(way), failed);
    };
    const way = secured(socket, through.proxy, options, { done, failed });
    close = () => {
      way.destroy();
      socket.destroy();
    };
  };

  clock.enter(isIP(first.host) ? 'connect' : 'dns');
  findAddresses(first.host, lookup, (error, addresses) => {
    if (isOver) return;
    if (error) return failed(error);
    clock.enter('connect');
    try {
      const to = { addresses, port: first.port, limitMs: phaseMs };
      const connecting = connectToAny(to, { connected, failed });
      close = connecting.stop;
      mostTelling = connecting.mostTelling;
    } catch (invalidPort) {
      on.broken(invalidPort);
    }
  });
  return {
    end: () => {
      isOver = true;
      close();
    },
    explain: (error) =>
      through && !hasReached
        ? proxyFault(error, through.proxy)
        : withPlace(toNetError(error, at), placeKey({ host: at, port })),
    mostTelling: (error) => mostTelling(error),
  };
}
