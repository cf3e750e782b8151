import type { EchoState, Result } from '../../../shared/echo/state.ts';

/** A result younger than this is likely of the call that the member has just had; in ms. */
const freshMs = 600_000;

/** The results of the last test: all of a comparison, if the newest belongs to one. */
export function freshIds({ results, comparison = [] }: EchoState, now: number): readonly string[] {
  const newest = lastOwn(results);
  if (!newest || now - newest.atUtcMs > freshMs) return [];
  return comparison.includes(newest.id) ? comparison : [newest.id];
}

/** The newest result that is not from somebody else's report. */
export function lastOwn(results: readonly Result[]): Result | undefined {
  return results.find((one) => !one.taken);
}
