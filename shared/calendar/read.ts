/** Reads a calendar (RFC 5545), in steps, whatever its generator left out. Pure. */
import { withoutBom } from '../json.ts';
import type { Steps } from '../steps.ts';
import type { CalendarEvents } from './calendar-events.ts';
import { sealed } from './calendar-events.ts';
import type { Component } from './components.ts';
import { componentsOf } from './components.ts';
import type { CalendarEvent } from './event.ts';
import { readEvent } from './event.ts';
import type { CalendarFault, FaultCounter } from './faults.ts';
import { createFaultCounter } from './faults.ts';
import { calendarLimits } from './limits.ts';
import type { Line } from './lines.ts';
import { plainLine } from './plain-line.ts';
import { plainText, readProperty } from './property.ts';
import { seriesOf } from './series.ts';
import { dayMs } from '../time/calendar.ts';
import { parseSpan } from './when.ts';
import type { Zone } from './zone.ts';
import { readZones } from './zone-definitions.ts';
import { zoneFinder } from './zone-names.ts';

export type { CalendarEvents } from './calendar-events.ts';
export type { CalendarFault, CalendarFaultCode } from './faults.ts';

export type ReadCalendar = Readonly<{
  events: CalendarEvents;
  name?: string;
  /** How often the calendar wants to be read, in ms. */
  refreshMs?: number;
  faults: readonly CalendarFault[];
}>;

/** `truncated`: the text ends within an event. `too-large`: it is longer than `calendarLimits.text`. */
export type UnreadableCalendar = 'html' | 'not-ics' | 'truncated' | 'too-large';

export type CalendarReading =
  | Readonly<{ ok: true; calendar: ReadCalendar }>
  | Readonly<{ ok: false; code: UnreadableCalendar }>;

/** Events read in one step. */
const stepEvents = 20;
const nameLimit = 100;

/**
 * Reads a file's text. A property, an event or a zone that cannot be read costs nothing but itself, and is counted in
 * the faults. `withWholeCharacters` first mends those that its generator has cut in two.
 */
export function* readCalendar(given: string): Steps<CalendarReading> {
  if (given.length > calendarLimits.text) return { ok: false, code: 'too-large' };
  const text = withoutBom(given);
  if (isWebPage(text)) return { ok: false, code: 'html' };
  const found = yield* componentsOf(text, calendarLimits.events);
  if (found.calendars === 0) return { ok: false, code: 'not-ics' };
  if (found.isTruncated) return { ok: false, code: 'truncated' };
  const faults = createFaultCounter();
  faults.add('no-end', '', found.unended);
  faults.add('too-many-events', '', found.left);
  const zoneNamed = zoneFinder(yield* readZones(found.zones));
  const events = yield* readingEvents(found.events, { faults, zoneNamed });
  const { calendarLines } = found;
  const zone = calendarZone(calendarLines, zoneNamed, faults);
  const name = plainLine(
    textOf(calendarLines, 'name') || textOf(calendarLines, 'x-wr-calname'),
    nameLimit,
  );
  const refreshMs = refreshOf(calendarLines);
  return {
    ok: true,
    calendar: {
      events: sealed({ series: seriesOf(events), zoneNamed, zone }),
      ...(name === '' ? {} : { name }),
      ...(refreshMs === undefined ? {} : { refreshMs }),
      faults: faults.all(),
    },
  };
}

/** A page to sign in, or of an error, instead of the calendar. */
function isWebPage(text: string): boolean {
  return /^\s{0,1000}<(?:!doctype|html|head|body|\?xml|!--)/i.test(text.slice(0, 2000));
}

type ZoneNamed = (name: string) => Zone | undefined;

function* readingEvents(
  components: readonly Component[],
  { faults, zoneNamed }: Readonly<{ faults: FaultCounter; zoneNamed: ZoneNamed }>,
): Generator<undefined, readonly CalendarEvent[], undefined> {
  const events: CalendarEvent[] = [];
  for (const [at, component] of components.entries()) {
    if (at % stepEvents === stepEvents - 1) yield undefined;
    const { event, faults: own } = readEvent(component);
    for (const { code, example } of own) faults.add(code, example);
    if (!event) continue;
    events.push(event);
    const unknown = [event.start, event.end]
      .map((one) => (one?.kind === 'wall' ? one.tzid : undefined))
      .find((name) => name !== undefined && !zoneNamed(name));
    if (unknown !== undefined) faults.add('unknown-zone', unknown);
  }
  return events;
}

function textOf(lines: readonly Line[], name: string): string {
  const line = lines.find((one) => one.name === name);
  const property = line && readProperty(line.text);
  return property ? plainText(property.value).trim() : '';
}

function calendarZone(
  lines: readonly Line[],
  zoneNamed: ZoneNamed,
  faults: FaultCounter,
): Zone | undefined {
  const name = textOf(lines, 'x-wr-timezone');
  if (name === '') return undefined;
  const zone = zoneNamed(name);
  if (!zone) faults.add('unknown-zone', name);
  return zone;
}

/** RFC 7986, 5.7, and what came before it. Some write the type where the value should be. */
function refreshOf(lines: readonly Line[]): number | undefined {
  const text = textOf(lines, 'refresh-interval') || textOf(lines, 'x-published-ttl');
  const span = parseSpan(text.replace(/^VALUE=DURATION:/i, ''));
  const ms = span ? span.days * dayMs + span.ms : 0;
  return ms > 0 ? ms : undefined;
}
