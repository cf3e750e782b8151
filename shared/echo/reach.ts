/**
 * How far a figure can still move until the end of a full test, given that the seconds to come are like those measured.
 * The statistics are explained in docs/decisions/0042-a-clear-case-ends-early.md. Pure.
 */

export type Reach = Readonly<{ low: number; high: number }>;

/** Seconds measured so far, and those of a full test. */
export type Stage = Readonly<{ doneS: number; fullS: number }>;

/** Chance, at each end and each look, that a figure ends up outside its reach. */
const endError = 0.0005;
/** The same as a quantile of the normal distribution. */
const quantile = 3.29;
/** With fewer blocks, how evenly losses are spread is unknown: then they are taken to come in fours. */
const minBlocks = 4;
const unknownClump = 4;

/**
 * Of a median. In a full test, every order of the values is equally likely; so the chance that the final median is
 * beyond a value measured so far is a hypergeometric tail, whatever the distribution of the values. With too few values
 * for that, their range is widened by itself at both ends. `minShare`: the least distance to either end, as a share of
 * the median, for values that are themselves estimates.
 */
export function reachOfMedian(values: readonly number[], stage: Stage, minShare: number): Reach {
  const sorted = values.toSorted((a, b) => a - b);
  const count = sorted.length;
  const total = Math.max(count + 1, Math.round((count * stage.fullS) / stage.doneS));
  const lowest = sorted[0] ?? NaN;
  const highest = sorted.at(-1) ?? NaN;
  const median = sorted[Math.ceil(count / 2) - 1] ?? NaN;
  const outside = outsideOf(count, total);
  const widenedBy = outside === undefined ? highest - lowest : 0;
  const low = (sorted[outside ?? 0] ?? NaN) - widenedBy;
  const high = (sorted[count - 1 - (outside ?? 0)] ?? NaN) + widenedBy;
  return {
    low: Math.max(0, Math.min(low, median * (1 - minShare))),
    high: Math.max(high, median * (1 + minShare)),
  };
}

/** How many of the sorted values at each end the final median cannot reach; undefined if it can leave them all. */
function outsideOf(count: number, total: number): number | undefined {
  const rank = Math.ceil(total / 2);
  let outside: number | undefined;
  for (let tried = 0; tried < count / 2; tried += 1) {
    const above = atLeast(count - tried, { total, marked: rank - 1, drawn: count });
    const below = atLeast(count - tried, { total, marked: total - rank, drawn: count });
    if (Math.max(above, below) > endError) return outside;
    outside = tried;
  }
  return outside;
}

type Draw = Readonly<{ total: number; marked: number; drawn: number }>;

/** Chance that at least `wanted` of those drawn are marked. */
function atLeast(wanted: number, { total, marked, drawn }: Draw): number {
  let chance = 0;
  for (let hits = wanted; hits <= Math.min(marked, drawn); hits += 1) {
    chance += (ways(marked, hits) * ways(total - marked, drawn - hits)) / ways(total, drawn);
  }
  return chance;
}

function ways(of: number, chosen: number): number {
  if (chosen < 0 || chosen > of) return 0;
  let result = 1;
  for (let at = 1; at <= chosen; at += 1) result *= (of - chosen + at) / at;
  return result;
}

/**
 * Of a share, by Wilson's interval over what is still to come. Losses in bursts tell less than as many single ones:
 * `blocks`, the number lost in pieces of equal length, tell how much less.
 */
export function reachOfShare(
  { lost, expected }: Readonly<{ lost: number; expected: number }>,
  blocks: readonly number[],
  { doneS, fullS }: Stage,
): Reach {
  const toCome = Math.max(0.05, 1 - doneS / fullS);
  const trials = expected / clumpOf(lost, blocks) / toCome;
  const share = lost / expected;
  const square = quantile * quantile;
  const middle = share + square / (2 * trials);
  const half =
    quantile * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials));
  const whole = 1 + square / trials;
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) };
}

/** The variance of the blocks over that of chance. */
function clumpOf(lost: number, blocks: readonly number[]): number {
  if (lost === 0) return 1;
  if (blocks.length < minBlocks) return unknownClump;
  const mean = sumOf(blocks) / blocks.length;
  const variance = sumOf(blocks.map((one) => (one - mean) ** 2)) / (blocks.length - 1);
  return Math.max(1, variance / Math.max(mean, Number.EPSILON));
}

/** Of the distance from a median to a 95th percentile, which rests on one or two values: half or twice as much. */
export function reachOfWidth(widthMs: number): Reach {
  return { low: widthMs / 2, high: 2 * widthMs };
}

/**
 * Of a change from the first third to the last. What changes steadily goes on changing until the end; what only varies
 * can do so once more as much as within a third.
 */
export function reachOfChange(
  changeMs: number,
  values: readonly number[],
  { doneS, fullS }: Stage,
): Reach {
  const third = Math.max(1, Math.floor(values.length / 3));
  const noiseMs = Math.max(rangeOf(values.slice(0, third)), rangeOf(values.slice(-third)));
  const endMs = (changeMs * fullS) / doneS;
  return {
    low: Math.min(changeMs, endMs) - noiseMs,
    high: Math.max(changeMs, endMs) + noiseMs,
  };
}

function rangeOf(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0);
}
