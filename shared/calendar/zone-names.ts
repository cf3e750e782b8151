/** Finds the zone that a name of a calendar means. Pure. */
import { memoized } from '../memoized.ts';
import { windowsZones } from './windows-zones.ts';
import type { Zone } from './zone.ts';
import { createIanaZone, utcZone } from './zone.ts';

/** What a calendar says of a zone: the zone as it defines it, and IANA's name for it. */
export type ZoneDefinition = Readonly<{ zone?: Zone; ianaName?: string }>;

const nameLimit = 200;

/** Every zone remembers its offsets. */
const intlZone = memoized(createIanaZone);

/** As names are compared: some have quotes, or backslashes before their commas. */
export function zoneKey(name: string): string {
  return name.replaceAll(/["\\]/g, '').trim().toLowerCase();
}

/**
 * The zones of one calendar. A name of IANA is believed before the calendar's own definition, which may be outdated;
 * but abbreviations such as `EST` are in `Intl` without their summer time. Undefined for a zone that nobody knows.
 */
export function zoneFinder(
  definitions: ReadonlyMap<string, ZoneDefinition>,
): (name: string) => Zone | undefined {
  const found = new Map<string, Zone | undefined>();
  return (name) => {
    const key = zoneKey(name);
    if (found.has(key)) return found.get(key);
    const zone = key.length > nameLimit ? undefined : findZone(key, definitions.get(key));
    found.set(key, zone);
    return zone;
  };
}

function findZone(key: string, definition: ZoneDefinition | undefined): Zone | undefined {
  const windowsName = windowsZones.get(key);
  return (
    (key.includes('/') ? ianaZone(key) : undefined) ??
    (windowsName === undefined ? undefined : intlZone(windowsName)) ??
    (definition?.ianaName === undefined ? undefined : ianaZone(definition.ianaName)) ??
    definition?.zone ??
    intlZone(key) ??
    fixedZone(key) ??
    numberedZone(key)
  );
}

/** Exchange numbers a name of Windows that several events have: `GMT Standard Time 1`. */
function numberedZone(key: string): Zone | undefined {
  const windowsName = windowsZones.get(key.replace(/ \d{1,3}$/, ''));
  return windowsName === undefined ? undefined : intlZone(windowsName);
}

/** Programs put their own path before IANA's name: `/freeassociation.sourceforge.net/Tzfile/Europe/Paris`. */
function ianaZone(name: string): Zone | undefined {
  const parts = name.split('/').filter((one) => one !== '');
  // IANA's names have up to three parts.
  for (const count of [3, 2]) {
    const zone = parts.length >= count ? intlZone(parts.slice(-count).join('/')) : undefined;
    if (zone) return zone;
  }
  return parts.at(-1) === 'utc' ? utcZone : undefined;
}

/**
 * `GMT+0100`, `(GMT -05:00)` and the like, and names of UTC, which Exchange has in every language. Windows writes zones of
 * several cities in the same way, and those have summer time: `(UTC) Dublin, Edinburgh, Lisbon, London`.
 */
function fixedZone(key: string): Zone | undefined {
  if (/^(?:z|utc|gmt|coordinated universal time|\(utc\) (?!casablanca|sao tome)[^,]+)$/.test(key))
    return utcZone;
  const [, sign, hours, minutes] = /^\(?(?:utc|gmt)? ?([+-])(\d\d?):?(\d\d)?\)?$/.exec(key) ?? [];
  if (hours === undefined) return undefined;
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000;
  return { offsetMs: () => offset };
}
