/** Properties of calendars: their names, parameters and values, told apart by ical.js. Pure. */
import ICAL from 'ical.js';
import type { When } from './when.ts';
import { parseWhen } from './when.ts';

export type Property = Readonly<{
  /** In lower case. */
  name: string;
  /** Of one with several values, the first. Names are in lower case. */
  parameter: (name: string) => string | undefined;
  /** As it is written. */
  value: string;
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
    const [name, parameters, , value] = ICAL.parse.property(line, asWritten) as unknown as JCal;
    return { name, value, parameter: (key) => firstOf(parameters[key]) };
  } catch {
    return undefined;
  }
}

function firstOf(value: unknown): string | undefined {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  return typeof first === 'string' ? first : undefined;
}

/** Exchange has names of zones with a colon, and does not always quote them: `TZID=(UTC-05:00) Eastern Time`. */
function withQuotedZone(line: string): string {
  if (!/^[^:"]{0,60};TZID=\(/i.test(line)) return line;
  return line.replace(/(?<=;TZID=)\([^)"]{0,40}\)[^:;"]{0,100}(?=[:;])/i, '"$&"');
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
  return parseWhen(property.value, property.parameter('tzid'));
}
