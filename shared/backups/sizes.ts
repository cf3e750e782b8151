/** Whether a backup is suspiciously smaller than those before it. Pure. */
import type { Case } from './target-context.ts';
import { dayText } from './schedule.ts';
import { finding } from './finding.ts';
import type { Finding } from './view.ts';
import { stripDays } from './view.ts';

/** Backups before the one that is looked at. */
const comparedWith = 14;
/** Fewer tell nothing of what is usual. */
const atLeast = 3;
/** The share of the usual size below which it is too small. */
const sharply = 0.5;
/** What is usually smaller than this halves for no reason at all. In bytes. */
const floorBytes = 1024 * 1024;

export type Shrunk = Readonly<{ day: string; sizeBytes: number; usualBytes: number }>;

type Sized = Readonly<{ day: string; sizeBytes: number }>;

/** Every day whose backup is below half of the median of the fourteen before it. */
export function shrunkDays(one: Case): readonly Shrunk[] {
  // Of days that are not shown nobody asks.
  const sized = sizesOf(one).slice(-stripDays - comparedWith);
  return sized.flatMap(({ day, sizeBytes }, at) => {
    const before = sized.slice(Math.max(0, at - comparedWith), at);
    if (before.length < atLeast) return [];
    const usualBytes = medianOf(before.map((other) => other.sizeBytes));
    const isShrunk = usualBytes >= floorBytes && sizeBytes < usualBytes * sharply;
    return isShrunk ? [{ day, sizeBytes, usualBytes }] : [];
  });
}

/** Only the last backup counts: the days tell of the earlier ones. */
export function shrunkFinding(one: Case, shrunk: readonly Shrunk[]): Finding | undefined {
  const last = shrunk.at(-1);
  if (!last || last.day !== sizesOf(one).at(-1)?.day) return undefined;
  return finding('shrunk', { sizeBytes: last.sizeBytes, usualBytes: last.usualBytes });
}

/** The good days with a size, the oldest first; the last one may be told beside the list. */
function sizesOf({ days, reading, successUtcMs, dayOf }: Case): readonly Sized[] {
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
