/** How long the parts of a run took, and how busy they kept the processors: where time can be saved. */
import { availableParallelism } from 'node:os';
import type { Ended } from './run-part.ts';

/** A line per kind of parts. Beside others the same work takes longer, so processor time is told too. */
export function timesOf(ended: readonly Ended[]): readonly string[] {
  const kinds = [...new Set(ended.map(({ part }) => part.kind))];
  return kinds.map((kind) => {
    const parts = ended.filter(({ part }) => part.kind === kind);
    const tookS = parts.reduce((sum, one) => sum + one.tookS, 0);
    return `${kind}: ${tookS.toFixed(0)} s, of a processor ${busyOf(parts).toFixed(0)} s`;
  });
}

/** Of all that ran within `tookS`: the share of the processors that it used. */
export function shareOf(ended: readonly Ended[], tookS: number): string {
  const processors = availableParallelism();
  const percent = (busyOf(ended) / tookS / processors) * 100;
  return `${tookS.toFixed(0)} s, ${percent.toFixed(0)} % of ${processors} processors`;
}

const busyOf = (ended: readonly Ended[]) => ended.reduce((sum, { busyS }) => sum + busyS, 0);
