/** Expands the events of a calendar, in steps. Pure. */
import type { Steps } from '../steps.ts';
import { contentOf } from './calendar-events.ts';
import type { Details } from './details.ts';
import { detailsOf } from './details.ts';
import type { CalendarEvent } from './event.ts';
import type { Instance } from './expand.ts';
import { expanding } from './expand.ts';
import type { CalendarFault } from './faults.ts';
import { createFaultCounter } from './faults.ts';
import { calendarLimits } from './limits.ts';
import type { Occurrence } from './occurrence.ts';
import type { Zones } from './places.ts';
import type { ReadCalendar } from './read.ts';
import type { Series } from './series.ts';
import { utcZone } from './zone.ts';
import { zoneFinder } from './zone-names.ts';

export type Occurrences = Readonly<{
  /** The earliest first. */
  occurrences: readonly Occurrence[];
  faults: readonly CalendarFault[];
  /** The range is longer than `calendarLimits` allows, or has more: the later ones are missing. */
  wasCut?: true;
}>;

type Range = Readonly<{ fromUtcMs: number; toUtcMs: number }>;

/** Series, times and details of one step. */
const stepSize = 50;
/** The member's zone has IANA's name. */
const zoneNamed = zoneFinder(new Map());

/**
 * Occurrences that touch the range, whose ends are ms UTC; the second one is not in it. `zone` is IANA's name of the
 * member's zone, for days and for times without a zone. `addresses` are the member's, for their answers.
 */
export function* occurrencesOf(
  calendar: ReadCalendar,
  range: Range,
  member: Readonly<{ zone: string; addresses: readonly string[] }>,
): Steps<Occurrences> {
  const content = contentOf(calendar.events);
  const memberZone = zoneNamed(member.zone) ?? utcZone;
  const zones = {
    named: content.zoneNamed,
    floating: content.zone ?? memberZone,
    member: memberZone,
  };
  const toUtcMs = Math.min(range.toUtcMs, range.fromUtcMs + calendarLimits.rangeMs);
  const kept = createKept({ fromUtcMs: range.fromUtcMs, toUtcMs });
  const faults = createFaultCounter();
  for (const one of yield* slowOnes(content.series, zones, kept))
    faults.add('slow-rule', detailsOf(one, []).title);
  const wasCut = kept.wasCut() || toUtcMs < range.toUtcMs;
  return {
    occurrences: yield* toldOf(kept.all(), member.addresses),
    faults: faults.all(),
    ...(wasCut ? { wasCut } : {}),
  };
}

/** Expands all series, and returns an event of each whose rule took too long. */
function* slowOnes(
  all: readonly Series[],
  zones: Zones,
  kept: Kept,
): Generator<undefined, readonly CalendarEvent[], undefined> {
  const slow: CalendarEvent[] = [];
  let total = calendarLimits.effort;
  let done = 0;
  for (const series of all) {
    const given = Math.min(total, calendarLimits.seriesEffort);
    const effort = { left: given };
    const instances = expanding(series, { range: kept.range(), zones, effort });
    for (;;) {
      const step = instances.next();
      done += 1;
      if (step.done || step.value === undefined || done % stepSize === 0) yield undefined;
      if (step.done) {
        const [event] = step.value ? [] : series.masters;
        if (event) slow.push(event);
        break;
      }
      // Those of a rule come in order: what follows is later still.
      if (step.value && !kept.add(step.value) && step.value.isInOrder) break;
    }
    total -= given - effort.left;
  }
  return slow;
}

type Kept = ReturnType<typeof createKept>;

/** The earliest instances within the range. Beyond the limit, the range ends earlier. */
function createKept({ fromUtcMs, toUtcMs }: Range) {
  let instances: readonly Instance[] = [];
  let added: Instance[] = [];
  let endUtcMs = toUtcMs;
  let wasCut = false;
  const sort = () => {
    const all = [...instances, ...added].toSorted(byStart);
    const distinct = [...new Map(all.map((one) => [one.id, one])).values()];
    added = [];
    instances = distinct.slice(0, calendarLimits.occurrences);
    if (distinct.length <= instances.length) return;
    wasCut = true;
    endUtcMs = Math.min(endUtcMs, instances.at(-1)?.place.startUtcMs ?? endUtcMs);
  };
  return {
    range: (): Range => ({ fromUtcMs, toUtcMs: endUtcMs }),
    wasCut: () => wasCut,
    /** Returns whether the instance is before the end of the range. */
    add: (instance: Instance): boolean => {
      const { startUtcMs, endUtcMs: until } = instance.place;
      if (startUtcMs >= endUtcMs) return false;
      // What takes no time is at its start.
      if (until > fromUtcMs || startUtcMs >= fromUtcMs) added.push(instance);
      if (added.length >= calendarLimits.occurrences) sort();
      return true;
    },
    all: (): readonly Instance[] => {
      sort();
      return instances;
    },
  };
}

function byStart(a: Instance, b: Instance): number {
  return (
    a.place.startUtcMs - b.place.startUtcMs ||
    a.place.endUtcMs - b.place.endUtcMs ||
    (a.id < b.id ? -1 : 1)
  );
}

function* toldOf(
  instances: readonly Instance[],
  addresses: readonly string[],
): Generator<undefined, readonly Occurrence[], undefined> {
  const known = new Map<CalendarEvent, Details>();
  const told: Occurrence[] = [];
  for (const [at, { id, event, place }] of instances.entries()) {
    if (at % stepSize === stepSize - 1) yield undefined;
    const details = known.get(event) ?? detailsOf(event, addresses);
    known.set(event, details);
    told.push({ id, uid: event.uid, ...details, ...place });
  }
  return told;
}
