/**
 * Statuspage, version 2: `/api/v2/summary.json`, as served by Atlassian, GitHub and many others. There are no
 * measurement times: `updated_at` is the last change of the displayed status, by a person or a rule.
 */
import type { Fields } from './fields.ts';
import {
  asFields,
  asList,
  at,
  given,
  keyAt,
  keysOf,
  meaning,
  objectsAt,
  textAt,
} from './fields.ts';
import { pastInstant, plannedInstant } from '../time/instant.ts';
import type { FeedComponent, FeedIncident, FeedMaintenance, FeedReading } from './reading.ts';
import { feedLimits } from './reading.ts';
import { wholeReading } from './normalize.ts';

const verdicts = {
  operational: 'up',
  degraded_performance: 'degraded',
  partial_outage: 'degraded',
  major_outage: 'down',
  under_maintenance: 'maintenance',
} as const;
const states = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
} as const;
const impacts = { none: 'none', minor: 'minor', major: 'major', critical: 'critical' } as const;
const isOver: ReadonlySet<unknown> = new Set(['resolved', 'postmortem', 'completed']);
const isInProgress: ReadonlySet<unknown> = new Set(['in_progress', 'verifying']);

export function readStatuspage([json]: readonly unknown[], nowUtcMs: number): FeedReading {
  const page = asFields(json, '$');
  asList(at(page, 'components'), '$.components');
  const rows = objectsAt(page, 'components', '$');
  const groups = new Map(
    rows.map((row) => [keyAt(row, 'id'), textAt(row, 'name', feedLimits.title)] as const),
  );
  return wholeReading(
    {
      components: rows.flatMap((row) => componentOf(row, groups.get(keyAt(row, 'group_id') ?? ''))),
      incidents: objectsAt(page, 'incidents', '$').flatMap((one) => incidentOf(one, nowUtcMs)),
      maintenance: objectsAt(page, 'scheduled_maintenances', '$').flatMap((one) =>
        maintenanceOf(one, nowUtcMs),
      ),
    },
    nowUtcMs,
  );
}

function componentOf(row: Fields, group: string | undefined): FeedComponent[] {
  const key = keyAt(row, 'id');
  const name = textAt(row, 'name', feedLimits.title);
  if (!key || !name) return [];
  return [{ key, name, verdict: meaning(verdicts, at(row, 'status')), ...given('group', group) }];
}

function incidentOf(incident: Fields, nowUtcMs: number): FeedIncident[] {
  const title = textAt(incident, 'name', feedLimits.title);
  const status = at(incident, 'status');
  if (!title || isOver.has(status)) return [];
  const started = at(incident, 'started_at') ?? at(incident, 'created_at');
  return [
    {
      id: keyAt(incident, 'id') ?? title,
      title,
      state: meaning(states, status),
      impact: meaning(impacts, at(incident, 'impact')),
      affects: affectedBy(incident),
      ...given('text', latestUpdate(incident)),
      ...given('startedAtUtcMs', pastInstant(started, nowUtcMs)),
      ...given('updatedAtUtcMs', pastInstant(at(incident, 'updated_at'), nowUtcMs)),
    },
  ];
}

function maintenanceOf(entry: Fields, nowUtcMs: number): FeedMaintenance[] {
  const title = textAt(entry, 'name', feedLimits.title);
  const status = at(entry, 'status');
  if (!title || isOver.has(status)) return [];
  return [
    {
      id: keyAt(entry, 'id') ?? title,
      title,
      affects: affectedBy(entry),
      active: isInProgress.has(status),
      ...given('text', latestUpdate(entry)),
      ...given('startsUtcMs', plannedInstant(at(entry, 'scheduled_for'), nowUtcMs)),
      ...given('endsUtcMs', plannedInstant(at(entry, 'scheduled_until'), nowUtcMs)),
    },
  ];
}

function affectedBy(entry: Fields): string[] {
  return keysOf(objectsAt(entry, 'components', '$.incidents[*]').map((one) => at(one, 'id')));
}

/** Updates come newest first. */
function latestUpdate(entry: Fields): string | undefined {
  const [latest] = objectsAt(entry, 'incident_updates', '$.incidents[*]');
  return latest && textAt(latest, 'body', feedLimits.body);
}
