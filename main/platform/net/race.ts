/** Staggered parallel attempts, of which the first to succeed wins. */
import type { Clock } from '../clock.ts';

export type Race = Readonly<{
  /** Ends every attempt and starts no more. */
  stop: () => void;
}>;

export type RaceDeps<A> = Readonly<{
  /** In order of preference. */
  entrants: readonly A[];
  /**
   * Delay before the next attempt starts alongside the others, in ms; it starts immediately once all others have
   * failed.
   */
  delayMs: number;
  /**
   * Starts an attempt and returns the function that ends it. Must call exactly one of the callbacks, once, and
   * asynchronously.
   */
  begin: (entrant: A, on: Readonly<{ won: () => void; failed: () => void }>) => () => void;
  /** All attempts have failed. The caller learns of success from the winning attempt, after the others were ended. */
  onLost: () => void;
  after: Clock['after'];
}>;

export function startRace<A>(deps: RaceDeps<A>): Race {
  const waiting = [...deps.entrants];
  const underWay = new Map<A, () => void>();
  let cancelNext = () => {};

  const stop = () => {
    cancelNext();
    waiting.length = 0;
    for (const end of underWay.values()) end();
    underWay.clear();
  };
  const next = () => {
    cancelNext();
    const entrant = waiting.shift();
    if (entrant === undefined) {
      if (underWay.size === 0) deps.onLost();
      return;
    }
    if (waiting.length > 0) cancelNext = deps.after(deps.delayMs, next);
    underWay.set(
      entrant,
      deps.begin(entrant, {
        won: () => {
          underWay.delete(entrant);
          stop();
        },
        failed: () => {
          underWay.delete(entrant);
          next();
        },
      }),
    );
  };
  next();
  return { stop };
}
