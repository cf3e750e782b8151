/** Spread of a figure's readings; undefined, never zeros, without readings. Pure. */
import * as v from 'valibot';

/** A plausible duration, in ms. */
export const Ms = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(600_000));
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
/** 0 to 1. */
export const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

export const SpreadSchema = v.object({
  count: v.pipe(Count, v.minValue(1)),
  min: Ms,
  median: Ms,
  p95: Ms,
  max: Ms,
});
export type Spread = Readonly<v.InferOutput<typeof SpreadSchema>>;

/** Undefined without readings. Nearest-rank percentiles, so that each is an actual reading. */
export function spreadOf(readingsMs: readonly number[]): Spread | undefined {
  if (readingsMs.length === 0) return undefined;
  const sorted = readingsMs.toSorted((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  return {
    count: sorted.length,
    min: rank(0),
    median: rank(0.5),
    p95: rank(0.95),
    max: rank(1),
  };
}
