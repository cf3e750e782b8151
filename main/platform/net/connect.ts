/** Opens a TCP connection to whichever address of a machine answers first. */
import type { Socket } from 'node:net';
import { connect, isIP } from 'node:net';
import { attemptDelayMs, mostTelling, orderOfAttempts } from '../../../shared/status/attempts.ts';
import { systemClock } from '../clock.ts';
import type { Lookup } from './addresses.ts';
import { codeOf, timedOut } from './error.ts';
import { startRace } from './race.ts';

export type Address = Readonly<{ address: string; family: number }>;

/** Finds the addresses of `host`, a name or an address. Never calls back at once. */
export function findAddresses(
  host: string,
  lookup: Lookup,
  found: (error: unknown, addresses: readonly Address[]) => void,
): void {
  const family = isIP(host);
  if (family) return process.nextTick(found, undefined, [{ address: host, family }]);
  lookup(host, { all: true }, (error, addresses) =>
    found(error, Array.isArray(addresses) ? addresses : []),
  );
}

export type Connecting = Readonly<{
  /** Ends all attempts without a word. */
  stop: () => void;
  /** Of an error that ends the waiting and those of the attempts so far, the one that tells most. */
  mostTelling: (error: unknown) => unknown;
}>;

/**
 * Races attempts at all addresses; none is cut short but by `stop`, which is whoever waits to call. Calls back once,
 * and later: `connected` with the first socket and when its own attempt began (of `performance.now()`), or `failed`
 * with the most telling error of all attempts.
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
        // Some systems give up by themselves before the limit.
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
        // A connection that ends at the same moment may still have something to say.
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
