/** Events as a calendar has them, before they are expanded. Pure. */
import type { Component } from './components.ts';
import type { Line } from './lines.ts';
import type { Property } from './property.ts';
import { partsOfList, plainText, readProperty, whenOf } from './property.ts';
import type { Rule } from './rule.ts';
import { parseRule } from './rule.ts';
import type { Span, When } from './when.ts';
import { asDay, parseSpan, parseWhen } from './when.ts';

/** A single time of a series; one written as a period has its own end. */
export type ExtraTime = Readonly<{ start: When; end?: When; span?: Span }>;

export type CalendarEvent = Readonly<{
  uid: string;
  start: When;
  end?: When;
  span?: Span;
  rules: readonly Rule[];
  extraTimes: readonly ExtraTime[];
  excluded: readonly When[];
  /** Which time of its series this event is instead of; or from which on, if it stands for all that follow. */
  replaces?: When;
  isForFollowing?: true;
  isCancelled?: true;
  sequence: number;
  /** When it was written, ms UTC; 0 if it does not say. */
  stampUtcMs: number;
  /** What members see, read when they do. */
  lines: readonly Line[];
}>;

export type EventFault = 'bad-event' | 'bad-rule' | 'bad-date';

export type ReadEvent = Readonly<{
  /** Absent if it has no start. */
  event?: CalendarEvent;
  faults: readonly Readonly<{ code: EventFault; example: string }>[];
}>;

const uidLimit = 1000;
const exampleLimit = 200;
const rulesLimit = 10;

export function readEvent({ lines }: Component): ReadEvent {
  const faults: { code: EventFault; example: string }[] = [];
  const fault = (code: EventFault, text: string) =>
    faults.push({ code, example: text.slice(0, exampleLimit) });
  const named = (name: string) => lines.filter((one) => one.name === name);
  const first = (name: string) => {
    const [line] = named(name);
    return line && readProperty(line.text);
  };
  const start = dateProperty(first('dtstart'));
  if (!start) {
    fault('bad-event', textOf(first('class')) === '' ? textOf(first('summary')) : '');
    return { faults };
  }
  const rules: Rule[] = [];
  for (const { text } of named('rrule').slice(0, rulesLimit)) {
    const rule = parseRule(readProperty(text)?.value ?? '');
    if (rule && fitsStart(rule, start)) rules.push(rule);
    else fault('bad-rule', text);
  }
  const listed = <T>(name: string, read: (text: string, tzid?: string) => T | undefined) =>
    named(name).flatMap(({ text }): readonly T[] => {
      const property = readProperty(text);
      const parts = property ? partsOfList(property).filter((one) => one !== '') : [];
      const values = parts.map((one) => read(one, property?.parameter('tzid')));
      const known = values.filter((one) => one !== undefined);
      if (!property || known.length < parts.length) fault('bad-date', text);
      return known;
    });
  const event = {
    uid: uidOf(textOf(first('uid')).trim(), start, textOf(first('summary'))),
    start,
    ...endOf(first('dtend'), first('duration')),
    rules,
    extraTimes: listed('rdate', parseExtraTime),
    excluded: listed('exdate', parseWhen),
    ...replacement(first('recurrence-id')),
    ...(/^CANCELL?ED$/i.test(textOf(first('status')).trim())
      ? ({ isCancelled: true } as const)
      : {}),
    sequence: Number(/^\d{1,9}$/.exec(textOf(first('sequence')).trim())?.[0] ?? 0),
    stampUtcMs: stampOf(first('dtstamp'), first('last-modified')),
    lines,
  };
  return { event: isMicrosoftAllDay(named) ? asDays(event) : event, faults };
}

function textOf(property: Property | undefined): string {
  return property ? plainText(property.value) : '';
}

function dateProperty(property: Property | undefined): When | undefined {
  return property && whenOf(property);
}

/** A day has no parts. */
function fitsStart(rule: Rule, start: When): boolean {
  return start.kind !== 'date' || !partsOfDay.has(rule.frequency);
}

const partsOfDay: ReadonlySet<string> = new Set(['hourly', 'minutely', 'secondly']);

/** An event without an id is known by its first time and its title. */
function uidOf(uid: string, start: When, title: string): string {
  if (uid !== '' && uid.length <= uidLimit) return uid;
  return `${JSON.stringify(start)} ${title.slice(0, exampleLimit)}`;
}

function endOf(end: Property | undefined, duration: Property | undefined) {
  const when = dateProperty(end);
  if (when) return { end: when };
  const span = duration && parseSpan(duration.value);
  return span ? { span } : {};
}

/** `20261124T150000Z/20261124T160000Z`, `20261124T150000Z/PT1H`, or a time alone. */
function parseExtraTime(text: string, tzid: string | undefined): ExtraTime | undefined {
  const [from = '', to] = text.split('/', 2);
  const start = parseWhen(from, tzid);
  if (!start || to === undefined) return start && { start };
  const end = parseWhen(to, tzid);
  const span = parseSpan(to);
  return { start, ...(end ? { end } : {}), ...(span ? { span } : {}) };
}

function replacement(property: Property | undefined) {
  const replaces = dateProperty(property);
  if (!property || !replaces) return {};
  const isForFollowing = property.parameter('range')?.toUpperCase() === 'THISANDFUTURE';
  return { replaces, ...(isForFollowing ? ({ isForFollowing } as const) : {}) };
}

function stampOf(...properties: readonly (Property | undefined)[]): number {
  const [when] = properties.map(dateProperty).filter((one) => one !== undefined);
  if (!when || when.kind === 'date') return 0;
  return when.kind === 'utc' ? when.utcMs : when.wallMs;
}

type Named = (name: string) => readonly Line[];

/** Exchange writes whole days as times from midnight to midnight, and says so elsewhere. */
function isMicrosoftAllDay(named: Named): boolean {
  return named('x-microsoft-cdo-alldayevent').some(({ text }) => /:\s*TRUE\s*$/i.test(text));
}

function asDays(event: CalendarEvent): CalendarEvent {
  const start = asDay(event.start);
  const end = event.end && asDay(event.end);
  if (!start || (event.end && !end)) return event;
  return {
    ...event,
    start,
    ...(end ? { end } : {}),
    excluded: event.excluded.map((one) => asDay(one) ?? one),
    ...(event.replaces ? { replaces: asDay(event.replaces) ?? event.replaces } : {}),
  };
}
