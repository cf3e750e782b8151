/** Zones that a calendar defines itself (RFC 5545, 3.6.5). Pure. */
import { dayMs } from '../time/calendar.ts';
import { dateOf, dayOf } from './civil.ts';
import type { Effort } from './recurrence.ts';
import { recurring } from './recurrence.ts';
import type { Rule } from './rule.ts';
import type { When } from './when.ts';
import type { Zone } from './zone.ts';

/** Standard or summer time: when it begins, on the wall clock of the time before it. */
export type Observance = Readonly<{
  firstMs: number;
  /** Further single beginnings. */
  others: readonly number[];
  rule?: Rule;
  /** How far the wall clock is ahead of UTC before and after, in ms. */
  beforeMs: number;
  afterMs: number;
}>;

/** A change of the wall clock; the offset is the one after it. */
type Change = Readonly<{ atUtcMs: number; offsetMs: number }>;

/** Days and times that may be looked at for one zone and year: a change in spring and one in autumn need 800. */
const effortLimit = 4000;
/** Changes by rules before the year are not older than this; rules that have ended are looked at where they end. */
const yearsBefore = 1;

/** Undefined without observances. */
export function createCustomZone(observances: readonly Observance[]): Zone | undefined {
  const [earliest] = observances.toSorted((a, b) => a.firstMs - b.firstMs);
  if (!earliest) return undefined;
  const single = observances.flatMap((one) => [
    ...[one.firstMs, ...one.others].map((at) => changeAt(at, one)),
    ...lastChanges(one),
  ]);
  const years = new Map<number, readonly Change[]>();
  const changesAround = (year: number) => {
    const known = years.get(year);
    if (known) return known;
    const byRules = observances.flatMap((one) => changesIn(one, year - yearsBefore, year + 1));
    const changes = [...single, ...byRules].toSorted((a, b) => a.atUtcMs - b.atUtcMs);
    years.set(year, changes);
    return changes;
  };
  return {
    offsetMs: (atUtcMs) => {
      const { year } = dateOf(Math.floor(atUtcMs / dayMs));
      const last = changesAround(year).findLast((one) => one.atUtcMs <= atUtcMs);
      return last?.offsetMs ?? earliest.beforeMs;
    },
  };
}

function changeAt(wallMs: number, { beforeMs, afterMs }: Observance): Change {
  return { atUtcMs: wallMs - beforeMs, offsetMs: afterMs };
}

/** By the rule, from the beginning of a year to the end of another. */
function changesIn(observance: Observance, fromYear: number, toYear: number): readonly Change[] {
  const window = {
    fromMs: dayOf(fromYear, 1, 1) * dayMs,
    toMs: dayOf(toYear + 1, 1, 1) * dayMs,
  };
  return changesWithin(observance, window);
}

/** Of a rule that has ended, the changes of the year before its end. */
function lastChanges(observance: Observance): readonly Change[] {
  const untilMs = endOf(observance);
  if (untilMs === undefined) return [];
  return changesWithin(observance, { fromMs: untilMs - 400 * dayMs, toMs: untilMs + dayMs });
}

function changesWithin(
  observance: Observance,
  window: Readonly<{ fromMs: number; toMs: number }>,
): readonly Change[] {
  const { rule, firstMs } = observance;
  if (!rule) return [];
  const effort: Effort = { left: effortLimit };
  const untilMs = endOf(observance) ?? Infinity;
  const times = recurring({ rule, firstMs }, { window, untilMs, effort });
  return [...times].filter((one) => one !== undefined).map((one) => changeAt(one, observance));
}

/** The end of the rule on the wall clock before the change; undefined if it has none. */
function endOf({ rule, beforeMs }: Observance): number | undefined {
  return rule?.until && wallOf(rule.until, beforeMs);
}

function wallOf(when: When, offsetMs: number): number {
  if (when.kind === 'utc') return when.utcMs + offsetMs;
  return when.kind === 'wall' ? when.wallMs : (when.day + 1) * dayMs - 1;
}
