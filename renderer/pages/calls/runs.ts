import type { Comparison, Row } from '../../../shared/echo/compare.ts';
import type { Result } from '../../../shared/echo/state.ts';

/** The tests summarised by a row of a comparison, oldest first. */
export function runsOf(
  row: Row,
  { place = '' }: Comparison,
  results: readonly Result[],
): readonly Result[] {
  return results
    .filter(
      (one) =>
        (one.place?.trim() ?? '') === place &&
        row.key.split(' ')[0] === one.instance.id &&
        // A test that failed early has no host.
        (one.host === undefined || one.host === row.host),
    )
    .toSorted((a, b) => a.atUtcMs - b.atUtcMs);
}
