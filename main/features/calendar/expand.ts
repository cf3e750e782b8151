/** Reads a calendar's text for one member: in their zone, from one day on. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Occurrence } from '../../../shared/calendar/occurrence.ts';
import { occurrencesOf } from '../../../shared/calendar/occurrences.ts';
import type { CalendarFault, UnreadableCalendar } from '../../../shared/calendar/read.ts';
import { readCalendar } from '../../../shared/calendar/read.ts';
import { defined } from '../../../shared/defined.ts';
import { inSteps } from '../../../shared/steps.ts';
import { dayMs } from '../../../shared/time/calendar.ts';

/** For whom and when occurrences are expanded. They change with it, without another reading. */
export type Scope = Readonly<{
  zone: string;
  /** The beginning of today there. */
  fromUtcMs: number;
  /** The member's own, to find their answers. */
  addresses: readonly string[];
}>;

export type Expanded = Readonly<{
  scope: Scope;
  occurrences: readonly Occurrence[];
  name?: string;
  refreshMs?: number;
  faults: readonly CalendarFault[];
  wasCut?: true;
}>;

export type Expand = (
  text: string,
  scope: Scope,
) => Promise<
  Readonly<{ ok: true; expanded: Expanded }> | Readonly<{ ok: false; code: UnreadableCalendar }>
>;

/** The week that is shown, and the day after it, which a computer may sleep into. */
const rangeMs = 8 * dayMs;
/** More in a week are no meetings of people, and would hold the app. */
const occurrenceLimit = 500;

export const expand: Expand = async (text, scope) => {
  const read = await inSteps(readCalendar(text), breathe);
  if (!read.ok) return read;
  const { calendar } = read;
  const { name, refreshMs } = calendar;
  const { fromUtcMs, zone, addresses } = scope;
  const range = { fromUtcMs, toUtcMs: fromUtcMs + rangeMs };
  const found = await inSteps(occurrencesOf(calendar, range, { zone, addresses }), breathe);
  const occurrences = found.occurrences.slice(0, occurrenceLimit);
  const wasCut = found.wasCut ?? (found.occurrences.length > occurrenceLimit || undefined);
  const faults = [...calendar.faults, ...found.faults];
  return {
    ok: true,
    expanded: { scope, occurrences, faults, ...defined({ name, refreshMs, wasCut }) },
  };
};

export function isSameScope(one: Scope | undefined, other: Scope): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
