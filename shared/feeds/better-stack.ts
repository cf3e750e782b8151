/** Better Stack: `/index.json`, a JSON:API document with resources, sections, reports and their updates in one list. */
import type { Fields } from './fields.ts';
import {
  asFields,
  asList,
  at,
  fieldsAt,
  given,
  keyAt,
  keysOf,
  meaning,
  objectsAt,
  textAt,
} from './fields.ts';
import { parseInstant, pastInstant, plannedInstant } from '../time/instant.ts';
import type { FeedComponent, FeedIncident, FeedMaintenance, FeedReading } from './reading.ts';
import { feedLimits } from './reading.ts';
import { wholeReading } from './normalize.ts';

/** `not_monitored` is left out on purpose, and becomes unknown. */
const verdicts = {
  operational: 'up',
  degraded: 'degraded',
  downtime: 'down',
  maintenance: 'maintenance',
} as const;
const impacts = { operational: 'none', degraded: 'minor', downtime: 'major' } as const;

type Included = Readonly<{ type: unknown; id: string; attributes: Fields; relationships: Fields }>;

export function readBetterStack([json]: readonly unknown[], nowUtcMs: number): FeedReading {
  const document = asFields(json, '$');
  asList(at(document, 'included'), '$.included');
  const all = objectsAt(document, 'included', '$').flatMap(includedOf);
  const named = (type: string, key: string, max: number) =>
    new Map(
      all
        .filter((one) => one.type === type)
        .map((one) => [one.id, textAt(one.attributes, key, max)]),
    );
  const sections = named('status_page_section', 'name', feedLimits.title);
  const updates = named('status_update', 'message', feedLimits.body);
  const reports = all.filter((one) => one.type === 'status_report' && !isOver(one, nowUtcMs));
  return wholeReading(
    {
      components: all
        .filter((one) => one.type === 'status_page_resource')
        .flatMap((one) => componentOf(one, sections, nowUtcMs)),
      incidents: reports
        .filter((one) => !isMaintenance(one))
        .flatMap((one) => incidentOf(one, updates, nowUtcMs)),
      maintenance: reports
        .filter(isMaintenance)
        .flatMap((one) => maintenanceOf(one, updates, nowUtcMs)),
    },
    nowUtcMs,
  );
}

function includedOf(one: Fields): Included[] {
  const id = keyAt(one, 'id');
  if (!id) return [];
  const parts = {
    attributes: fieldsAt(one, 'attributes'),
    relationships: fieldsAt(one, 'relationships'),
  };
  return [{ type: at(one, 'type'), id, ...parts }];
}

function componentOf(
  { id, attributes }: Included,
  sections: ReadonlyMap<string, string | undefined>,
  nowUtcMs: number,
): FeedComponent[] {
  const name = textAt(attributes, 'public_name', feedLimits.title);
  if (!name) return [];
  const group = sections.get(keyAt(attributes, 'status_page_section_id') ?? '');
  const verdict = meaning(verdicts, at(attributes, 'status'));
  const rest = isAsleep(attributes, nowUtcMs)
    ? ({ verdict: 'unknown', asleep: true } as const)
    : { verdict };
  return [{ key: id, name, ...rest, ...given('group', group) }];
}

/** In ms since the start of the newest day in the history; leaves room for any time zone. */
const maxHistoryAgeMs = 3 * 86_400_000;

/** The page has no measurement times, but a history that each monitored resource extends daily. */
function isAsleep(attributes: Fields, nowUtcMs: number): boolean {
  const days = objectsAt(attributes, 'status_history', '$.included[*].attributes').flatMap(
    (one) => parseInstant(`${textAt(one, 'day', feedLimits.key)}T00:00:00Z`) ?? [],
  );
  return days.length > 0 && days.every((day) => nowUtcMs - day > maxHistoryAgeMs);
}

function isMaintenance({ attributes }: Included): boolean {
  return at(attributes, 'report_type') === 'maintenance';
}

function isOver({ attributes }: Included, nowUtcMs: number): boolean {
  const ended = plannedInstant(at(attributes, 'ends_at'), nowUtcMs);
  return (
    at(attributes, 'aggregate_state') === 'resolved' || (ended !== undefined && ended <= nowUtcMs)
  );
}

type Updates = ReadonlyMap<string, string | undefined>;

function incidentOf(report: Included, updates: Updates, nowUtcMs: number): FeedIncident[] {
  const { id, attributes } = report;
  const title = textAt(attributes, 'title', feedLimits.title);
  if (!title) return [];
  return [
    {
      id,
      title,
      state: 'unknown',
      impact: meaning(impacts, at(attributes, 'aggregate_state')),
      affects: affectedBy(attributes),
      ...given('text', latestUpdate(report, updates)),
      ...given('startedAtUtcMs', pastInstant(at(attributes, 'starts_at'), nowUtcMs)),
    },
  ];
}

function maintenanceOf(report: Included, updates: Updates, nowUtcMs: number): FeedMaintenance[] {
  const { id, attributes } = report;
  const title = textAt(attributes, 'title', feedLimits.title);
  const startsUtcMs = plannedInstant(at(attributes, 'starts_at'), nowUtcMs);
  if (!title) return [];
  return [
    {
      id,
      title,
      affects: affectedBy(attributes),
      // Reports have no state for this, so their times decide.
      active: startsUtcMs !== undefined && startsUtcMs <= nowUtcMs,
      ...given('text', latestUpdate(report, updates)),
      ...given('startsUtcMs', startsUtcMs),
      ...given('endsUtcMs', plannedInstant(at(attributes, 'ends_at'), nowUtcMs)),
    },
  ];
}

function affectedBy(attributes: Fields): string[] {
  const rows = objectsAt(attributes, 'affected_resources', '$.included[*].attributes');
  return keysOf(rows.map((one) => at(one, 'status_page_resource_id')));
}

/** A report lists its updates, oldest first. */
function latestUpdate({ relationships }: Included, updates: Updates): string | undefined {
  const links = objectsAt(fieldsAt(relationships, 'status_updates'), 'data', '$.included[*]');
  const latest = links.at(-1);
  return latest && updates.get(keyAt(latest, 'id') ?? '');
}
