/** The calendars as the window has them: without the addresses of calendars and calls, which stay in main. */
import * as v from 'valibot';
import { remindLimit } from '../coop/calendars.ts';
import type { CalendarFaultCode } from './read.ts';
import { readProblems } from '../net/read-problem.ts';

const calendarProblems = [
  'html',
  'not-ics',
  'truncated',
  'keyring-locked',
  'keyring-missing',
  'keyring-timed-out',
  'no-address',
  ...readProblems,
] as const;

/** Why a calendar could not be read. `no-address`: the keyring has none any more. */
export type CalendarProblem = Readonly<{
  code: (typeof calendarProblems)[number];
  status?: number;
}>;

export const RemindSchema = v.object({
  /** Before the start; 0 at the start. */
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(remindLimit)),
  inQuietHours: v.boolean(),
});
/** When a member wants to be reminded. */
export type Remind = Readonly<v.InferOutput<typeof RemindSchema>>;

const faultCodes = [
  'bad-event',
  'bad-rule',
  'bad-date',
  'unknown-zone',
  'no-end',
  'too-many-events',
  'slow-rule',
] as const satisfies readonly CalendarFaultCode[];

const FaultSchema = v.object({
  code: v.picklist(faultCodes),
  count: v.number(),
  /** Text from outside. */
  example: v.optional(v.string()),
});

const CalendarViewSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** The member has pasted its address, or is to do so. */
  isPrivate: v.optional(v.literal(true)),
  /** Not from the document: the member can remove it. */
  isOwn: v.optional(v.literal(true)),
  /** Where the pasted address leads; absent if there is none. */
  host: v.optional(v.string()),
  /** Of the copy that is shown; undefined if there is none. */
  readAtUtcMs: v.optional(v.number()),
  /** Why the last attempt failed, and the first of those that did. */
  problem: v.optional(
    v.object({
      code: v.picklist(calendarProblems),
      status: v.optional(v.number()),
      sinceUtcMs: v.number(),
    }),
  ),
  /** Parts that could not be read. */
  faults: v.array(FaultSchema),
  /** It has more meetings than are shown. */
  wasCut: v.optional(v.literal(true)),
  /** Absent while reminders are off. */
  remind: v.optional(RemindSchema),
  /** What reminders begin with when they are turned on. */
  proposedMinutes: v.number(),
});
export type CalendarView = Readonly<v.InferOutput<typeof CalendarViewSchema>>;

const PlaceSchema = v.object({
  /** Of the co-op's room, or else the host. */
  name: v.string(),
  isOwnRoom: v.optional(v.literal(true)),
});

/** A meeting on one day. */
const RowSchema = v.object({
  id: v.string(),
  /** Empty if there is none, or it is private. */
  title: v.string(),
  /** Names of the calendars that have it. */
  calendars: v.array(v.string()),
  /** On the clock of this day, in minutes since midnight; absent if it began before. */
  from: v.optional(v.number()),
  /** Absent if it goes on afterwards, or has no end. */
  to: v.optional(v.number()),
  isAllDay: v.optional(v.literal(true)),
  isPrivate: v.optional(v.literal(true)),
  isTentative: v.optional(v.literal(true)),
  isDeclined: v.optional(v.literal(true)),
  /** Text from outside. */
  location: v.optional(v.string()),
  /** Where it can be joined, the likeliest first. */
  places: v.array(PlaceSchema),
});
export type Row = Readonly<v.InferOutput<typeof RowSchema>>;

const DaySchema = v.object({ date: v.string(), rows: v.array(RowSchema) });
export type Day = Readonly<v.InferOutput<typeof DaySchema>>;

export const CalendarStateSchema = v.object({
  calendars: v.array(CalendarViewSchema),
  /** Today and the days after it; empty until a calendar has been read. */
  days: v.array(DaySchema),
  isReading: v.boolean(),
  /** The member’s own email addresses, to know what they have declined. */
  myAddresses: v.array(v.string()),
});
export type CalendarState = Readonly<v.InferOutput<typeof CalendarStateSchema>>;

/** A copy that is older says nothing about today, in ms. */
const freshMs = 24 * 3_600_000;

/** Whether a calendar may have changed since; one that was never read may have anything. */
export function isStale(readAtUtcMs: number | undefined, nowUtcMs: number): boolean {
  return readAtUtcMs === undefined || nowUtcMs - readAtUtcMs > freshMs;
}
