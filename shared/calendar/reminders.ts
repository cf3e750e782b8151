/** Of which meetings a member is reminded, and when. Pure. */
import * as v from 'valibot';
import type { Standing } from '../standing.ts';
import { UtcMs } from '../time/utc-ms.ts';
import type { Entry } from './entries.ts';
import type { Remind } from './state.ts';

const minuteMs = 60_000;
/** After its start a meeting is told of only for so long, in ms: whoever wakes a computer may still join. */
const lateMs = 5 * minuteMs;
/** How often a reminder that is held is considered again, in ms: a pause may end at any moment. */
const heldMs = minuteMs;
/** People have no more meetings in the time in which one could be told twice. */
const toldLimit = 1000;
/** A longer id is no calendar's, and would fill the file of what was told. */
const idLimit = 1000;

/** A meeting that was told, at the start that it had. */
export const ToldSchema = v.object({ id: v.string(), startUtcMs: UtcMs });
export type Told = Readonly<v.InferOutput<typeof ToldSchema>>;

export type Reminding = Readonly<{
  entries: readonly Entry[];
  /** By calendar; those without an entry remind of nothing. */
  reminds: ReadonlyMap<string, Remind>;
  told: readonly Told[];
  /** Why nothing is told now. A member's own pause holds whatever they have chosen. */
  quiet: 'quiet-hours' | 'pause' | undefined;
  nowUtcMs: number;
}>;

/**
 * Meetings to tell of now. Each is told once, and again if it is moved. What is held is not lost: it is told as soon as
 * it may be, unless the meeting has begun.
 */
export function dueReminders(all: Reminding): readonly Entry[] {
  return wanted(all).flatMap(({ entry, remind }) =>
    isDue(entry, remind, all.nowUtcMs) && !isHeld(remind, all.quiet) ? [entry] : [],
  );
}

/** When to ask again, ms UTC; undefined if there is nothing to wait for. */
export function nextReminderUtcMs(all: Reminding): number | undefined {
  const moments = wanted(all).flatMap(({ entry, remind }) => {
    const fromUtcMs = entry.startUtcMs - remind.minutes * minuteMs;
    if (fromUtcMs > all.nowUtcMs) return [fromUtcMs];
    return isDue(entry, remind, all.nowUtcMs) ? [all.nowUtcMs + heldMs] : [];
  });
  return moments.length === 0 ? undefined : Math.min(...moments);
}

/** It leaves with the meeting; one that was moved is told anew. */
export function reminderStanding(
  { id, startUtcMs, endUtcMs }: Pick<Entry, 'id' | 'startUtcMs' | 'endUtcMs'>,
  nowUtcMs: () => number,
): Standing {
  const about = [`meeting ${id}`];
  return {
    tells: about,
    about,
    isOver: () => nowUtcMs() > Math.max(endUtcMs, startUtcMs + lateMs),
  };
}

export function withTold(told: readonly Told[], entries: readonly Entry[]): readonly Told[] {
  const now = entries.map(({ id, startUtcMs }) => ({ id, startUtcMs }));
  return [...told, ...now].slice(-toldLimit);
}

type Wanted = Readonly<{ entry: Entry; remind: Remind }>;

function wanted({ entries, reminds, told }: Reminding): readonly Wanted[] {
  const keys = new Set(told.map(keyOf));
  return entries.flatMap((entry) => {
    const remind = remindOf(entry, reminds);
    return remind && isWorthIt(entry) && !keys.has(keyOf(entry)) ? [{ entry, remind }] : [];
  });
}

function keyOf({ id, startUtcMs }: Told): string {
  return `${startUtcMs} ${id}`;
}

/** Of a meeting in two calendars, the earlier reminder, and the choice to hear it. */
function remindOf({ calendars }: Entry, reminds: Reminding['reminds']): Remind | undefined {
  const all = calendars.flatMap(({ id }) => reminds.get(id) ?? []);
  if (all.length === 0) return undefined;
  return {
    minutes: Math.max(...all.map(({ minutes }) => minutes)),
    inQuietHours: all.some(({ inQuietHours }) => inQuietHours),
  };
}

/** Blocks of time and what a member may not attend are no reason to interrupt them. */
function isWorthIt(entry: Entry): boolean {
  const { id, allDay, isTentative, isFree, isPrivate, answer, joins, location } = entry;
  if (allDay || isTentative || isFree || isPrivate || id.length > idLimit) return false;
  if (answer === 'declined' || answer === 'tentative') return false;
  return joins.length > 0 || (location !== undefined && location !== '');
}

function isDue({ startUtcMs, endUtcMs }: Entry, { minutes }: Remind, nowUtcMs: number): boolean {
  const isOver = endUtcMs > startUtcMs && endUtcMs <= nowUtcMs;
  return nowUtcMs >= startUtcMs - minutes * minuteMs && nowUtcMs <= startUtcMs + lateMs && !isOver;
}

function isHeld({ inQuietHours }: Remind, quiet: Reminding['quiet']): boolean {
  return quiet === 'pause' || (quiet === 'quiet-hours' && !inQuietHours);
}
