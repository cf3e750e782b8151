/** Puts the lines of a calendar together to its events and zones, in steps. Pure. */
import type { Line } from './lines.ts';
import { linesOf } from './lines.ts';

/** `properties` are lines, unread. */
export type Component = Readonly<{
  /** In lower case: `vevent`. */
  kind: string;
  lines: readonly Line[];
  /** Only of zones: standard and summer time. */
  parts: readonly Component[];
}>;

export type Components = Readonly<{
  calendars: number;
  calendarLines: readonly Line[];
  events: readonly Component[];
  zones: readonly Component[];
  /** Events beyond the limit. */
  left: number;
  /** Parts whose end is missing, the calendar itself included. */
  unended: number;
  /** The text ends within an event or a zone. */
  isTruncated: boolean;
}>;

const zonesLimit = 500;
const partsLimit = 500;
/** Lines of one component. */
const linesLimit = 5000;
/** Components within each other; what is deeper is not looked at. */
const depthLimit = 20;

type Open = { kind: string; lines: Line[]; parts: Component[] };

/** `limit`: of events. Yields undefined between steps. */
export function* componentsOf(
  text: string,
  limit: number,
): Generator<undefined, Components, undefined> {
  const found = createCollector(limit);
  for (const line of linesOf(text)) {
    if (line === undefined) yield undefined;
    else if (line.name === 'begin') found.begin(kindOf(line));
    else if (line.name === 'end') found.end(kindOf(line));
    else found.take(line);
  }
  return found.finish();
}

function kindOf({ text }: Line): string {
  return text
    .slice(text.indexOf(':') + 1, text.indexOf(':') + 40)
    .trim()
    .toLowerCase();
}

function createCollector(limit: number) {
  const stack: Open[] = [];
  const calendarLines: Line[] = [];
  const events: Component[] = [];
  const zones: Component[] = [];
  const counts = { calendars: 0, left: 0, unended: 0 };

  const close = () => {
    const done = stack.pop();
    const parent = stack.at(-1);
    if (done?.kind === 'vevent') {
      if (events.length < limit) events.push(done);
      else counts.left += 1;
    } else if (done?.kind === 'vtimezone' && zones.length < zonesLimit) zones.push(done);
    else if (done && parent?.kind === 'vtimezone' && parent.parts.length < partsLimit)
      parent.parts.push(done);
  };
  /** Ends what is within the component at this place, and has no end of its own. */
  const closeDownTo = (at: number) => {
    counts.unended += stack.length - 1 - at;
    while (stack.length > at) close();
  };
  return {
    begin: (kind: string) => {
      const same = topLevel.has(kind) ? stack.findIndex((one) => one.kind === kind) : -1;
      // An event does not contain events: the one before has no end.
      if (same >= 0) {
        counts.unended += 1;
        closeDownTo(same);
      }
      if (kind === 'vcalendar') counts.calendars += 1;
      if (stack.length < depthLimit) stack.push({ kind, lines: [], parts: [] });
    },
    end: (kind: string) => {
      const at = stack.findLastIndex((one) => one.kind === kind);
      if (at >= 0) closeDownTo(at);
    },
    take: (line: Line) => {
      const current = stack.at(-1);
      const lines = current?.kind === 'vcalendar' ? calendarLines : current?.lines;
      if (lines && lines.length < linesLimit) lines.push(line);
    },
    finish: (): Components => {
      const isTruncated = stack.some((one) => one.kind !== 'vcalendar');
      const unended = counts.unended + stack.length;
      return { ...counts, calendarLines, events, zones, unended, isTruncated };
    },
  };
}

/** What contains no other of its kind. */
const topLevel: ReadonlySet<string> = new Set(['vcalendar', 'vevent', 'vtimezone']);
