/** Opens a TCP connection to the first of a host's addresses that answers. */
import type { Socket } from 'node:net';
import { connect, isIP } from 'node:net';
import { attemptDelayMs, mostTelling, orderOfAttempts } from '../../../shared/status/attempts.ts';
import { systemClock } from '../clock.ts';
import type { Lookup } from './addresses.ts';
import { codeOf, timedOut } from './error.ts';
import { startRace } from './race.ts';

export type Address = Readonly<{ address: string; family: number }>;

/** Resolves `host`, a name or an address. Always calls back asynchronously. */
export function findAddresses(
  host: string,
  lookup: Lookup,
  found: (error: unknown, addresses: readonly Address[]) => void,
): void {
  const family = isIP(host);
  if (family) return process.nextTick(found, undefined, [{ address: host, family }]);
  lookup(host, { all: true }, (error, addresses) =>
    process.nextTick(found, error, Array.isArray(addresses) ? addresses : []),
  );
}

export type Connecting = Readonly<{
  /** Ends all attempts; no callback follows. */
  stop: () => void;
  /** The most telling of `error`, which ends the wait, and the failures so far. */
  mostTelling: (error: unknown) => unknown;
}>;

/**
 * Races attempts at all addresses, without a limit of its own: the caller must call `stop`. Calls back once and
 * asynchronously: `connected` with the first socket and the start of its attempt (by `performance.now()`), or `failed`
 * with the most telling error.
 */
export function connectToAny(
  target: Readonly<{ addresses: readonly Address[]; port: number; limitMs: number }>,
  on: Readonly<{
    connected: (socket: Socket, sinceMs: number) => void;
    failed: (error: unknown) => void;
  }>,
): Connecting {
  const { port, limitMs } = target;
  const entrants = orderOfAttempts(target.addresses);
  const failures: Readonly<{ code: string; error: unknown }>[] = [];
  const note = (error: unknown) => failures.push({ code: codeOf(error), error });

  const race = startRace<Address>({
    entrants,
    delayMs: attemptDelayMs(entrants.length, limitMs),
    after: systemClock.after,
    onLost: () => on.failed(mostTelling(failures)?.error),
    begin: ({ address, family }, { won, failed }) => {
      const sinceMs = performance.now();
      const socket = connect({ host: address, port, family });
      socket.once('error', (error) => {
        // Some systems give up before our limit.
        const gaveUp = codeOf(error) === 'ETIMEDOUT';
        note(gaveUp ? timedOut('connect', performance.now() - sinceMs) : error);
        failed();
      });
      socket.once('connect', () => {
        socket.removeAllListeners('error');
        won();
        on.connected(socket, sinceMs);
      });
      return () => {
        socket.removeAllListeners();
        // A destroyed socket may still emit an error.
        socket.on('error', () => undefined);
        socket.destroy();
      };
    },
  });
  return {
    stop: race.stop,
    mostTelling: (error) => {
      note(error);
      return mostTelling(failures)?.error;
    },
  };
}
