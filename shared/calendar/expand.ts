/** The occurrences of one series within a range, in steps. Pure. */
import { dayMs } from '../time/calendar.ts';
import { isoDate } from './civil.ts';
import type { CalendarEvent, ExtraTime } from './event.ts';
import type { Place, Zones } from './places.ts';
import { lengthOf, placeOf, wallIn, zoneOf } from './places.ts';
import type { Effort } from './recurrence.ts';
import { recurring } from './recurrence.ts';
import type { Rule } from './rule.ts';
import type { Series } from './series.ts';
import { newerFirst } from './series.ts';
import type { Span, When } from './when.ts';
import type { Zone } from './zone.ts';
import { toUtcMs } from './zone.ts';

export type Instance = Readonly<{
  id: string;
  event: CalendarEvent;
  place: Place;
  /** All that follow are later. */
  isInOrder?: true;
}>;

export type Expansion = Readonly<{
  range: Readonly<{ fromUtcMs: number; toUtcMs: number }>;
  zones: Zones;
  effort: Effort;
}>;

/** Longest event, and longest move of a series, that is looked for before and after the range. */
const reachMs = 400 * dayMs;
/** Between the clocks of any two zones, and between a change of summer time and its neighbours. */
const clocksMs = 2 * dayMs;

/** Yields undefined between steps, and those outside the range too. Returns false if a rule took too long. */
export function* expanding(
  { uid, masters, changes }: Series,
  expansion: Expansion,
): Generator<Instance | undefined, boolean, undefined> {
  const { zones } = expansion;
  if (masters.length === 0) {
    yield* withoutSeries(changes, uid, zones);
    return true;
  }
  const shares = sharesOf({ uid, masters, changes }, zones);
  let isComplete = true;
  for (const [at, master] of masters.entries()) {
    const own = shares[at] ?? [];
    isComplete = (yield* ofMaster(master, { uid, changes: own }, expansion)) && isComplete;
  }
  return isComplete;
}

/** Of a series that is written one by one, each has what replaces its own time; the first has all others. */
function sharesOf({ uid, masters, changes }: Series, zones: Zones) {
  if (masters.length === 1) return [changes];
  const nameOf = (when: When) => {
    const zone = zoneOf(when, zones);
    return idOf(uid, wallIn(when, zone, zones), { zone, isDays: when.kind === 'date' });
  };
  const places = new Map(masters.map(({ start }, at) => [nameOf(start), at]));
  const shares: CalendarEvent[][] = masters.map(() => []);
  for (const event of changes)
    shares[places.get(nameOf(event.replaces ?? event.start)) ?? 0]?.push(event);
  return shares;
}

/** Changes of a series that we do not have, the newest version of each. */
function* withoutSeries(
  changes: readonly CalendarEvent[],
  uid: string,
  zones: Zones,
): Generator<Instance> {
  const known = new Set<string>();
  for (const event of changes.toReversed().toSorted(newerFirst)) {
    const clock = clockOf(event, zones);
    const replaces = event.replaces ?? event.start;
    const own = zoneOf(replaces, zones);
    const isDays = replaces.kind === 'date';
    const id = idOf(uid, wallIn(replaces, own, zones), { zone: own, isDays });
    const isOlder = known.has(id);
    known.add(id);
    if (isOlder || event.isCancelled) continue;
    const wallMs = wallIn(event.start, clock.zone, zones);
    yield { id, event, place: placeOf(wallMs, lengthOf(event, zones), clock) };
  }
}

/** By which a series is reckoned: the one of its start. */
type Clock = Readonly<{ zone: Zone; isDays: boolean; zones: Zones }>;

function clockOf({ start }: CalendarEvent, zones: Zones): Clock {
  return { zone: zoneOf(start, zones), isDays: start.kind === 'date', zones };
}

/** Names the time that the series had for it, so that it stays when the occurrence is moved. */
function idOf(uid: string, wallMs: number, { zone, isDays }: Pick<Clock, 'zone' | 'isDays'>) {
  const time = isDays
    ? isoDate(Math.floor(wallMs / dayMs))
    : new Date(toUtcMs(wallMs, zone)).toISOString();
  return `${uid} ${time}`;
}

function* ofMaster(
  master: CalendarEvent,
  { uid, changes }: Readonly<{ uid: string; changes: readonly CalendarEvent[] }>,
  { range, zones, effort }: Expansion,
): Generator<Instance | undefined, boolean, undefined> {
  const clock = clockOf(master, zones);
  const excluded = createTimes(
    master.excluded.map((when) => ({ when, value: true })),
    clock,
  );
  const changed = changesBy(changes, master, clock);
  for (const [key, event] of changed.all) {
    const isOld = master.sequence > event.sequence && (master.isCancelled || excluded.at(key));
    if (event.isCancelled || isOld) continue;
    const own = clockOf(event, zones);
    const wallMs = wallIn(event.start, own.zone, zones);
    const place = placeOf(wallMs, lengthOf(event, zones), own);
    yield { id: idOf(uid, key, clock), event, place };
  }
  if (master.isCancelled) return true;
  const length = lengthOf(master, zones);
  const reach = reachOf([length, ...changed.following.map((one) => one.length)], changed.following);
  const window = { fromMs: range.fromUtcMs - reach, toMs: range.toUtcMs + reach };
  const times = timesOf(master, { clock, window, effort });
  const isInOrder = master.rules.length === 1 && changed.following.length === 0;
  for (;;) {
    const step = times.next();
    if (step.done) return step.value;
    if (step.value === undefined) yield undefined;
    else {
      const { wallMs, extra, isOfRule } = step.value;
      if (excluded.at(wallMs) || changed.at(wallMs)) continue;
      const id = idOf(uid, wallMs, clock);
      const later = changed.following.findLast((one) => one.fromMs <= wallMs);
      if (!later) {
        const place = placeOf(wallMs, extra ?? length, clock);
        yield { id, event: master, place, ...(isOfRule && isInOrder ? { isInOrder } : {}) };
      } else if (!later.event.isCancelled) {
        const place = placeOf(wallMs + later.shiftMs, later.length, later.clock);
        yield { id, event: later.event, place };
      }
    }
  }
}

/** Which time of the series is meant. Of a series of days, the day as it is written, in whatever zone, UTC included. */
function seriesTime(when: When, { zone, isDays, zones }: Clock): number {
  if (isDays && when.kind === 'wall') return when.wallMs;
  if (isDays && when.kind === 'utc' && when.utcMs % dayMs === 0) return when.utcMs;
  return wallIn(when, zone, zones);
}

/** Times of a series by what its clock shows; a day stands for all times of it. */
function createTimes<T>(given: readonly Readonly<{ when: When; value: T }>[], clock: Clock) {
  const times = new Map<number, T>();
  const days = new Map<number, T>();
  for (const { when, value } of given) {
    const wallMs = seriesTime(when, clock);
    if (clock.isDays || when.kind === 'date') days.set(Math.floor(wallMs / dayMs), value);
    else times.set(wallMs, value);
  }
  return {
    at: (wallMs: number): T | undefined =>
      times.get(wallMs) ?? days.get(Math.floor(wallMs / dayMs)),
  };
}

type Following = Readonly<{
  event: CalendarEvent;
  fromMs: number;
  shiftMs: number;
  length: Span;
  clock: Clock;
}>;

/** The newest version of each change, by the time of the series that it replaces. */
function changesBy(changes: readonly CalendarEvent[], master: CalendarEvent, clock: Clock) {
  const { zone, zones } = clock;
  const all = new Map<number, CalendarEvent>();
  for (const event of changes.toReversed().toSorted(newerFirst)) {
    const replaced = seriesTime(event.replaces ?? event.start, clock);
    const key = clock.isDays ? Math.floor(replaced / dayMs) * dayMs : replaced;
    if (!all.has(key)) all.set(key, event);
  }
  const following = [...all]
    .filter(([, event]) => event.isForFollowing)
    .map(([fromMs, event]): Following => {
      const own = clockOf(event, zones);
      // The new times are on the clock of the change, if that is another one.
      const asShown = wallIn(event.start, zone, zones);
      const isSame = own.isDays === clock.isDays;
      return {
        event,
        fromMs,
        shiftMs: isSame ? asShown - fromMs : 0,
        length: isSame ? lengthOf(event, zones) : lengthOf(master, zones),
        clock,
      };
    })
    .toSorted((a, b) => a.fromMs - b.fromMs);
  const given = [...all.values()].map((event) => ({
    when: event.replaces ?? event.start,
    value: true,
  }));
  return { all, following, at: createTimes(given, clock).at };
}

function reachOf(lengths: readonly Span[], following: readonly Following[]): number {
  const longest = Math.max(...lengths.map(({ days, ms }) => days * dayMs + ms));
  const furthest = Math.max(0, ...following.map((one) => Math.abs(one.shiftMs)));
  return Math.min(longest, reachMs) + Math.min(furthest, reachMs) + clocksMs;
}

type SeriesTime = Readonly<{ wallMs: number; extra?: Span; isOfRule?: true }>;

/** Of the series as its lists and then its rules have them, changed or not, some perhaps twice. */
function* timesOf(
  master: CalendarEvent,
  {
    clock,
    window,
    effort,
  }: Readonly<{
    clock: Clock;
    window: Readonly<{ fromMs: number; toMs: number }>;
    effort: Effort;
  }>,
): Generator<SeriesTime | undefined, boolean, undefined> {
  const { zone, zones } = clock;
  const firstMs = wallIn(master.start, zone, zones);
  for (const extra of master.extraTimes) {
    const wallMs = wallIn(extra.start, zone, zones);
    yield { wallMs, ...(hasLength(extra) ? { extra: lengthOf(extra, zones) } : {}) };
  }
  let isComplete = true;
  if (master.rules.length === 0) yield { wallMs: firstMs };
  for (const rule of master.rules) {
    const untilMs = untilOf(rule, clock);
    const times = recurring({ rule, firstMs }, { window, untilMs, effort });
    for (;;) {
      const step = times.next();
      if (step.done) {
        isComplete &&= step.value;
        break;
      }
      yield step.value === undefined ? undefined : { wallMs: step.value, isOfRule: true };
    }
  }
  return isComplete;
}

function hasLength({ end, span }: ExtraTime): boolean {
  return end !== undefined || span !== undefined;
}

/** The end of a rule on the clock of its series; a day is included. */
function untilOf({ until }: Rule, { zone, isDays, zones }: Clock): number {
  if (!until) return Infinity;
  if (until.kind === 'date') return (until.day + 1) * dayMs - 1;
  if (!isDays) return wallIn(until, zone, zones);
  // A series of days that ends at a time: midnight and the last second of a day are written for the day.
  const inDay = until.kind === 'utc' ? until.utcMs % dayMs : 0;
  const isDayItself = until.kind === 'utc' && (inDay === 0 || inDay === dayMs - 1000);
  return isDayItself ? until.utcMs : wallIn(until, zone, zones);
}
