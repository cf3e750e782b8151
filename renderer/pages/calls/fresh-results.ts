import type { EchoState, Result } from '../../../shared/echo/state.ts';

/** A younger result is likely of interest when the page opens. */
const freshMs = 600_000;

/** The results of the last test: all of a comparison, if the newest belongs to one. */
export function freshIds({ results, comparison = [] }: EchoState, now: number): readonly string[] {
  const newest = lastOwn(results);
  if (!newest || now - newest.atUtcMs > freshMs) return [];
  return comparison.includes(newest.id) ? comparison : [newest.id];
}

/** The newest result that is not from another member's report. */
function lastOwn(results: readonly Result[]): Result | undefined {
  return results.find((one) => !one.taken);
}
