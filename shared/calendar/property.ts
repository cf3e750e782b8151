/** Properties of calendars: their names, parameters and values, told apart by ical.js. Pure. */
import ICAL from 'ical.js';
import type { When } from './when.ts';
import { asDay, parseWhen } from './when.ts';

export type Property = Readonly<{
  /** In lower case. */
  name: string;
  /** Of one with several values, the first. Names are in lower case. */
  parameter: (name: string) => string | undefined;
  /** As it is written. */
  value: string;
  /** It says that its value is a day. */
  isDay: boolean;
}>;

/** Characters of the parameters, whose reading takes time by the square of their length. */
const parametersLimit = 2000;
/** Dates of a list. */
const datesLimit = 1000;

/** Leaves the values as they are: ical.js cuts dates at fixed places, whatever they look like. */
const asWritten = { ...ICAL.design.icalendar, value: {}, property: {} };

/** RFC 7265: name, parameters, type, value. */
type JCal = readonly [string, Readonly<Record<string, unknown>>, string, string];

/** Undefined for a line that cannot be read. */
export function readProperty(text: string): Property | undefined {
  const line = withQuotedZone(text);
  if (line.length > parametersLimit && !line.slice(0, parametersLimit).includes(':'))
    return undefined;
  try {
    const [name, parameters, type, value] = ICAL.parse.property(line, asWritten) as unknown as JCal;
    return { name, value, isDay: type === 'date', parameter: (key) => firstOf(parameters[key]) };
  } catch {
    return undefined;
  }
}

function firstOf(value: unknown): string | undefined {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  return typeof first === 'string' ? first : undefined;
}

/** A name of a zone with a colon, up to the date that follows it or its other parameters. */
const bareZone =
  /^([A-Z-]{1,20}(?:;[^:;"]{0,60}){0,5};TZID=)([^":;]{0,100}:[^";]{0,100}?)(?=(?:;[^:;"]{1,60}){0,5}:\d{4}-?\d\d)/i;

/** Exchange and Google do not always quote names with a colon: `TZID=(UTC-05:00) Eastern Time`, `TZID=GMT+05:30`. */
function withQuotedZone(line: string): string {
  return line.replace(bareZone, '$1"$2"');
}

/** A text without its escapes; NULs, which some have, are left to who shows it. */
export function plainText(value: string): string {
  return value.replaceAll(/\\([\\;,:"nN])/g, (_, sign: string) =>
    sign === 'n' || sign === 'N' ? '\n' : sign,
  );
}

/** A list of dates, times or periods. */
export function partsOfList({ value }: Property): readonly string[] {
  return value.split(',', datesLimit).map((one) => one.trim());
}

export function whenOf(property: Property): When | undefined {
  const when = parseWhen(property.value, property.parameter('tzid'));
  return property.isDay ? ((when && asDay(when)) ?? when) : when;
}
