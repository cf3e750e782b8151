/** Recurrence rules (RFC 5545, 3.3.10). Pure. */
import type { When } from './when.ts';
import { parseWhen } from './when.ts';

export const frequencies = [
  'yearly',
  'monthly',
  'weekly',
  'daily',
  'hourly',
  'minutely',
  'secondly',
] as const;
export type Frequency = (typeof frequencies)[number];

/** `nth` of its month or year, negative from the end; 0: each. Weekdays are counted from 0, a Monday. */
export type RuleDay = Readonly<{ nth: number; weekday: number }>;

export type Rule = Readonly<{
  frequency: Frequency;
  interval: number;
  count?: number;
  until?: When;
  /** Empty lists restrict nothing. */
  months: readonly number[];
  weekNumbers: readonly number[];
  yearDays: readonly number[];
  monthDays: readonly number[];
  weekdays: readonly RuleDay[];
  hours: readonly number[];
  minutes: readonly number[];
  seconds: readonly number[];
  positions: readonly number[];
  weekStart: number;
}>;

const textLimit = 2000;
const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** Parts that say what we do not know, other than `X-`, make a rule unreadable: it would be another rule without them. */
const partNames = new Set([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYMONTH',
  'BYWEEKNO',
  'BYYEARDAY',
  'BYMONTHDAY',
  'BYDAY',
  'BYHOUR',
  'BYMINUTE',
  'BYSECOND',
  'BYSETPOS',
  'WKST',
  'RSCALE',
  'SKIP',
]);

/** Undefined for a rule that is not understood as a whole: part of a rule is another rule. */
export function parseRule(text: string): Rule | undefined {
  const parts = partsOf(text);
  if (!parts) return undefined;
  const frequency = frequencies.find((one) => one.toUpperCase() === parts.get('FREQ'));
  const interval = wholeNumber(parts.get('INTERVAL') ?? '1', 0);
  const count = parts.has('COUNT') ? wholeNumber(parts.get('COUNT') ?? '', -1) : undefined;
  const until = parts.has('UNTIL') ? parseWhen(parts.get('UNTIL')) : undefined;
  const weekStart = weekdayNames.indexOf(parts.get('WKST') ?? 'MO');
  const list = (name: string, most: number, signed: boolean) =>
    numbersOf(parts.get(name), { most, signed });
  const lists = {
    months: list('BYMONTH', 12, false)?.filter((one) => one > 0),
    weekNumbers: list('BYWEEKNO', 53, true),
    yearDays: list('BYYEARDAY', 366, true),
    monthDays: list('BYMONTHDAY', 31, true),
    weekdays: ruleDays(parts.get('BYDAY')),
    hours: list('BYHOUR', 23, false),
    minutes: list('BYMINUTE', 59, false),
    seconds: list('BYSECOND', 60, false),
    positions: list('BYSETPOS', 366, true),
  };
  if (frequency === undefined || interval === undefined || weekStart < 0) return undefined;
  if (!isComplete(lists) || !isGregorian(parts)) return undefined;
  if (parts.has('COUNT') && count === undefined) return undefined;
  if (parts.has('UNTIL') && until === undefined) return undefined;
  return {
    frequency,
    // Programs write 0 and -1 for what they have no number for.
    interval: Math.max(1, interval),
    ...(count === undefined || count < 1 ? {} : { count }),
    ...(until === undefined ? {} : { until }),
    ...lists,
    weekStart,
  };
}

function partsOf(text: string): ReadonlyMap<string, string> | undefined {
  if (text.length > textLimit) return undefined;
  const parts = new Map<string, string>();
  for (const part of text.toUpperCase().split(';')) {
    const [name = '', value] = part.split('=', 2).map((one) => one.trim());
    if (name === '' || value === '' || name.startsWith('X-')) continue;
    if (value === undefined || !partNames.has(name)) return undefined;
    parts.set(name, value);
  }
  return parts;
}

/** Other calendars, and moving what falls on a missing day (RFC 7529), are not supported. */
function isGregorian(parts: ReadonlyMap<string, string>): boolean {
  return (
    (parts.get('RSCALE') ?? 'GREGORIAN') === 'GREGORIAN' && (parts.get('SKIP') ?? 'OMIT') === 'OMIT'
  );
}

type Lists = Omit<Rule, 'frequency' | 'interval' | 'count' | 'until' | 'weekStart'>;

function isComplete(lists: { [K in keyof Lists]: Lists[K] | undefined }): lists is Lists {
  return Object.values(lists).every((one) => one !== undefined);
}

/** The limit keeps what is reckoned with it exact. */
function wholeNumber(text: string, least: number): number | undefined {
  const value = /^[+-]?\d{1,9}$/.test(text) ? Number(text) : NaN;
  return value >= least ? value : undefined;
}

/** Undefined if one of the values is none. */
function numbersOf(
  text: string | undefined,
  { most, signed }: Readonly<{ most: number; signed: boolean }>,
): readonly number[] | undefined {
  if (text === undefined) return [];
  const pattern = signed ? /^[+-]?0*[1-9]\d{0,2}$/ : /^\+?\d{1,3}$/;
  const texts = text.split(',').map((one) => one.trim());
  const values = texts.map(Number);
  const isRight = texts.every((one, at) => pattern.test(one) && Math.abs(values[at] ?? 0) <= most);
  return isRight ? [...new Set(values)].toSorted((a, b) => a - b) : undefined;
}

function ruleDays(text: string | undefined): readonly RuleDay[] | undefined {
  if (text === undefined) return [];
  const days = text.split(',').map((one): RuleDay | undefined => {
    const [, nth, name = ''] = /^([+-]?\d{1,2})?\s*([A-Z]{2})$/.exec(one.trim()) ?? [];
    const weekday = weekdayNames.indexOf(name);
    return weekday < 0 ? undefined : { nth: Number(nth ?? 0), weekday };
  });
  const known = days.filter((one) => one !== undefined);
  return known.length === days.length ? known : undefined;
}
