/**
 * Uptime Kuma's public status page: `/api/status-page/SLUG` and `/api/status-page/heartbeat/SLUG`. Version 1 has a
 * single `incident` or null, version 2 a list. Times are UTC without a suffix, except for planned maintenance.
 */
import { memoized } from '../memoized.ts';
import type { ReadBeats } from './heartbeats.ts';
import type { Fields } from './fields.ts';
import {
  asFields,
  asList,
  at,
  given,
  isFields,
  keyAt,
  meaning,
  objectsAt,
  textAt,
  wrongShape,
} from './fields.ts';
import { pastInstant, plannedInstant } from '../time/instant.ts';
import { readKumaBeats } from './kuma-heartbeats.ts';
import type { FeedComponent, FeedIncident, FeedMaintenance, FeedReading } from './reading.ts';
import { feedLimits } from './reading.ts';
import { wholeReading } from './normalize.ts';

const impacts = {
  info: 'none',
  primary: 'none',
  light: 'none',
  dark: 'none',
  warning: 'minor',
  danger: 'major',
} as const;

export function readUptimeKuma(
  [pageJson, beatsJson]: readonly unknown[],
  nowUtcMs: number,
): FeedReading {
  const page = asFields(pageJson, '$');
  asList(at(page, 'publicGroupList'), '$.publicGroupList');
  const beats = at(asFields(beatsJson, '$'), 'heartbeatList');
  if (!isFields(beats)) throw wrongShape('$.heartbeatList', 'an object');
  // A page may list a monitor several times.
  const beatsOf = memoized((key: string) => readKumaBeats(at(beats, key), nowUtcMs));
  const components = objectsAt(page, 'publicGroupList', '$').flatMap((group) => {
    const name = textAt(group, 'name', feedLimits.title);
    return objectsAt(group, 'monitorList', '$.publicGroupList[*]').flatMap((monitor) =>
      monitorOf(monitor, name, beatsOf),
    );
  });
  return wholeReading(
    {
      components,
      incidents: incidentsOf(page).flatMap((one) => incidentOf(one, nowUtcMs)),
      maintenance: objectsAt(page, 'maintenanceList', '$')
        .filter(isCurrentOrPlanned)
        // Limit before parsing, because parsing wall-clock times is slow.
        .slice(0, feedLimits.maintenance)
        .flatMap((one) => maintenanceOf(one, nowUtcMs)),
    },
    nowUtcMs,
  );
}

function monitorOf(
  monitor: Fields,
  group: string | undefined,
  beatsOf: (key: string) => ReadBeats,
): FeedComponent[] {
  const key = keyAt(monitor, 'id');
  const name = textAt(monitor, 'name', feedLimits.title);
  if (!key || !name) return [];
  return [{ key, name, ...given('group', group), ...beatsOf(key) }];
}

function incidentsOf(page: Fields): readonly Fields[] {
  const single = at(page, 'incident');
  return isFields(single) ? [single] : objectsAt(page, 'incidents', '$');
}

function incidentOf(incident: Fields, nowUtcMs: number): FeedIncident[] {
  const title = textAt(incident, 'title', feedLimits.title);
  if (!title || at(incident, 'active') === false || at(incident, 'active') === 0) return [];
  const updated = pastInstant(at(incident, 'lastUpdatedDate'), nowUtcMs);
  return [
    {
      id: keyAt(incident, 'id') ?? title,
      title,
      state: 'unknown',
      impact: meaning(impacts, at(incident, 'style')),
      affects: [],
      ...given('text', textAt(incident, 'content', feedLimits.body)),
      ...given('startedAtUtcMs', pastInstant(at(incident, 'createdDate'), nowUtcMs)),
      ...given('updatedAtUtcMs', updated),
    },
  ];
}

function isCurrentOrPlanned(maintenance: Fields): boolean {
  const status = at(maintenance, 'status');
  return status === 'under-maintenance' || status === 'scheduled';
}

/** The page does not list the affected monitors, but each has the status `maintenance` itself. */
function maintenanceOf(maintenance: Fields, nowUtcMs: number): FeedMaintenance[] {
  const title = textAt(maintenance, 'title', feedLimits.title);
  if (!title) return [];
  return [
    {
      id: keyAt(maintenance, 'id') ?? title,
      title,
      affects: [],
      active: at(maintenance, 'status') === 'under-maintenance',
      ...given('text', textAt(maintenance, 'description', feedLimits.body)),
      ...slotOf(maintenance, nowUtcMs),
    },
  ];
}

type Slot = Pick<FeedMaintenance, 'startsUtcMs' | 'endsUtcMs'>;

/** For recurring maintenance, the page lists the current and the next window. */
const slotsLimit = 2;

/** The first window that is not over. */
function slotOf(maintenance: Fields, nowUtcMs: number): Slot {
  const time = plannedTime(maintenance, nowUtcMs);
  const slots = objectsAt(maintenance, 'timeslotList', '$.maintenanceList[*]')
    .slice(0, slotsLimit)
    .map((slot): Slot => ({
      ...given('startsUtcMs', time(at(slot, 'startDate'))),
      ...given('endsUtcMs', time(at(slot, 'endDate'))),
    }));
  const isOver = ({ endsUtcMs }: Slot) => endsUtcMs !== undefined && endsUtcMs <= nowUtcMs;
  return slots.find((slot) => !isOver(slot)) ?? slots.at(-1) ?? {};
}

/**
 * Times without an offset are in `timezone`; `timezoneOffset` is its current offset, which may differ on other days.
 */
function plannedTime(maintenance: Fields, nowUtcMs: number) {
  const zones = ['timezone', 'timezoneOffset'].flatMap(
    (key) => textAt(maintenance, key, feedLimits.key) ?? [],
  );
  return (text: unknown): number | undefined => {
    if (zones.length === 0) return plannedInstant(text, nowUtcMs);
    return zones
      .map((zone) => plannedInstant(text, nowUtcMs, zone))
      .find((one) => one !== undefined);
  };
}
