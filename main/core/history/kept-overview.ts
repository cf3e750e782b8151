import type { Overview } from '../../../shared/history/overview.ts';
import type { Clock } from '../../platform/clock.ts';

/** Keeps the overview for a while: thousands of strips take the database half a second, and they change slowly. */
export type KeptOverview = Readonly<{
  get: () => Promise<Overview | undefined>;
  /** Another co-op: what is kept, or being read, is no longer true. */
  forget: () => void;
}>;

/** How long it is kept, in ms. */
const keptMs = 60_000;

export function createKeptOverview(
  clock: Pick<Clock, 'monotonicMs'>,
  read: () => Promise<Overview | undefined>,
): KeptOverview {
  let kept: Readonly<{ overview: Overview; atMs: number }> | undefined;
  let generation = 0;
  const get = async (): Promise<Overview | undefined> => {
    if (kept && clock.monotonicMs() - kept.atMs < keptMs) return kept.overview;
    const begun = generation;
    const overview = await read();
    // It may be the other co-op's, whose services may have the same ids.
    if (begun !== generation) return get();
    if (overview) kept = { overview, atMs: clock.monotonicMs() };
    return overview;
  };
  return {
    get,
    forget: () => {
      generation += 1;
      kept = undefined;
    },
  };
}
