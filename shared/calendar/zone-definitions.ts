/** Zones as a calendar defines them (VTIMEZONE). Pure. */
import { dayMs } from '../time/calendar.ts';
import type { Component } from './components.ts';
import type { Observance } from './custom-zone.ts';
import { createCustomZone } from './custom-zone.ts';
import { partsOfList, plainText, readProperty, whenOf } from './property.ts';
import { unitMsOf } from './periods.ts';
import { parseRule } from './rule.ts';
import { parseWhen } from './when.ts';
import type { ZoneDefinition } from './zone-names.ts';
import { zoneKey } from './zone-names.ts';

/** By `zoneKey`. A definition that cannot be read is left out. Yields between steps. */
export function* readZones(
  components: readonly Component[],
): Generator<undefined, ReadonlyMap<string, ZoneDefinition>, undefined> {
  const zones = new Map<string, ZoneDefinition>();
  for (const component of components) {
    const name = zoneKey(textOf(component, 'tzid'));
    if (name === '' || zones.has(name)) continue;
    const ianaName = textOf(component, 'x-lic-location').trim();
    const zone = createCustomZone(
      component.parts.map(readObservance).filter((one) => one !== undefined),
    );
    zones.set(name, {
      ...(ianaName === '' ? {} : { ianaName }),
      ...(zone ? { zone } : {}),
    });
    yield undefined;
  }
  return zones;
}

function propertyOf({ lines }: Component, name: string) {
  const line = lines.find((one) => one.name === name);
  return line && readProperty(line.text);
}

function textOf(component: Component, name: string): string {
  const property = propertyOf(component, name);
  return property ? plainText(property.value) : '';
}

function readObservance(component: Component): Observance | undefined {
  const start = propertyOf(component, 'dtstart');
  const firstMs = wallOf(start && whenOf(start));
  const afterMs = parseOffset(textOf(component, 'tzoffsetto'));
  const beforeMs = parseOffset(textOf(component, 'tzoffsetfrom')) ?? afterMs;
  if (firstMs === undefined || afterMs === undefined || beforeMs === undefined) return undefined;
  const given = parseRule(propertyOf(component, 'rrule')?.value ?? '');
  // Clocks are not changed every hour.
  const rule = given && unitMsOf(given.frequency) === dayMs ? given : undefined;
  const others = component.lines
    .filter((one) => one.name === 'rdate')
    .map((one) => readProperty(one.text))
    .flatMap((one) => (one ? partsOfList(one) : []))
    // Some write a period, whose start counts.
    .map((one) => wallOf(parseWhen(one.split('/', 1)[0])))
    .filter((one) => one !== undefined);
  return { firstMs, others, beforeMs, afterMs, ...(rule ? { rule } : {}) };
}

/** Their times are on the wall clock; some have a `Z` all the same. */
function wallOf(when: ReturnType<typeof parseWhen>): number | undefined {
  if (!when || when.kind === 'date') return when && when.day * dayMs;
  return when.kind === 'utc' ? when.utcMs : when.wallMs;
}

/** `-0500`, in ms. */
function parseOffset(text: string): number | undefined {
  const [, sign, hours, minutes, seconds] =
    /^([+-])(\d\d):?(\d\d):?(\d\d)?$/.exec(text.trim()) ?? [];
  if (hours === undefined || Number(hours) > 23) return undefined;
  const ms = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds ?? 0) * 1000;
  return sign === '-' ? -ms : ms;
}
