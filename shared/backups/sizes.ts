/** Detects backups that are much smaller than those before. Pure. */
import type { TargetContext } from './target-context.ts';
import { dayText } from './schedule.ts';
import { finding } from './finding.ts';
import type { Finding } from './view.ts';
import { stripDays } from './view.ts';

/** Number of earlier backups to compare with. */
const windowSize = 14;
/** Minimum number of earlier backups. */
const minSamples = 3;
/** Fraction of the usual size below which a backup is suspicious. */
const shrunkRatio = 0.5;
/** In bytes; the size of smaller backups varies too much. */
const minUsualBytes = 1024 * 1024;

export type Shrunk = Readonly<{ day: string; sizeBytes: number; usualBytes: number }>;

type Sized = Readonly<{ day: string; sizeBytes: number }>;

/** Days whose backup is smaller than half the median of the fourteen before. */
export function shrunkDays(one: TargetContext): readonly Shrunk[] {
  // Only days that are shown.
  const sized = sizesOf(one).slice(-stripDays - windowSize);
  return sized.flatMap(({ day, sizeBytes }, at) => {
    const before = sized.slice(Math.max(0, at - windowSize), at);
    if (before.length < minSamples) return [];
    const usualBytes = medianOf(before.map((other) => other.sizeBytes));
    const isShrunk = usualBytes >= minUsualBytes && sizeBytes < usualBytes * shrunkRatio;
    return isShrunk ? [{ day, sizeBytes, usualBytes }] : [];
  });
}

/** Only for the last backup; the day grid shows earlier ones. */
export function shrunkFinding(one: TargetContext, shrunk: readonly Shrunk[]): Finding | undefined {
  const last = shrunk.at(-1);
  if (!last || last.day !== sizesOf(one).at(-1)?.day) return undefined;
  return finding('shrunk', { sizeBytes: last.sizeBytes, usualBytes: last.usualBytes });
}

/** Successful days with a size, oldest first; the last backup's size may be reported separately. */
function sizesOf({ days, reading, successUtcMs, dayOf }: TargetContext): readonly Sized[] {
  const listed = [...days.values()]
    .flatMap(({ day, ok, sizeBytes }) =>
      ok && sizeBytes !== undefined ? [{ day, sizeBytes }] : [],
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  if (reading.sizeBytes === undefined || successUtcMs === undefined) return listed;
  const day = dayText(dayOf(successUtcMs));
  const isNewer = day > (listed.at(-1)?.day ?? '');
  return isNewer ? [...listed, { day, sizeBytes: reading.sizeBytes }] : listed;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low = 0, high = low] = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return (low + high) / 2;
}
