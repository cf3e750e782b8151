/** Several attempts at the same thing, begun one after the other and left to go on until one of them has won. */
import type { Clock } from '../clock.ts';

export type Race = Readonly<{
  /** Ends every attempt and begins no more. */
  stop: () => void;
}>;

export type RaceDeps<A> = Readonly<{
  /** In the order in which they are tried. */
  entrants: readonly A[];
  /** Time after which the next begins beside those under way, in ms; at once when none is under way any more. */
  delayMs: number;
  /** Begins one attempt and gives the function that ends it. Of its two callbacks it calls one, once, and later. */
  begin: (entrant: A, on: Readonly<{ won: () => void; failed: () => void }>) => () => void;
  /** None has won. The winner itself says that it did; the others have been ended then. */
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
