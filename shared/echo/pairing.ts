/** Matches values measured at different times, and their change over the test. Pure. */

/** A duration and when it was measured, in ms. */
export type Timed = Readonly<{ atUtcMs: number; ms: number }>;

/** Fewer values show no change. */
const minCount = 6;

/** Interpolated between two values; constant before the first and after the last. Undefined if there are none. */
export function valueAt(measured: readonly Timed[], atUtcMs: number): number | undefined {
  const after = measured.findIndex((one) => one.atUtcMs >= atUtcMs);
  const next = measured[after];
  if (!next) return measured.at(-1)?.ms;
  const last = measured[after - 1];
  if (!last || next.atUtcMs === last.atUtcMs) return next.ms;
  const share = (atUtcMs - last.atUtcMs) / (next.atUtcMs - last.atUtcMs);
  return last.ms + share * (next.ms - last.ms);
}

/** From the median of the first third to that of the last, in ms: negative if it decreased. */
export function changeOf(measured: readonly Timed[]): number | undefined {
  if (measured.length < minCount) return undefined;
  const third = Math.floor(measured.length / 3);
  return middleOf(measured.slice(-third)) - middleOf(measured.slice(0, third));
}

function middleOf(some: readonly Timed[]): number {
  const sorted = some.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return (lower + upper) / 2;
}
