/** cState, API 2.0: `/index.json` of a static site. Times are written as Go prints them. */
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
import { pastInstant } from './instant.ts';
import type { FeedComponent, FeedIncident, FeedReading } from './reading.ts';
import { feedLimits } from './reading.ts';
import { wholeReading } from './whole.ts';

/** A notice tells something, but nothing is broken. */
const verdicts = { ok: 'up', notice: 'up', disrupted: 'degraded', down: 'down' } as const;
const impacts = { notice: 'none', disrupted: 'minor', down: 'major' } as const;

export function readCstate([json]: readonly unknown[], nowUtcMs: number): FeedReading {
  const site = asFields(json, '$');
  asList(at(site, 'systems'), '$.systems');
  const systems = objectsAt(site, 'systems', '$');
  const issues = [
    ...objectsAt(site, 'pinnedIssues', '$'),
    ...systems.flatMap((one) => objectsAt(one, 'unresolvedIssues', '$.systems[*]')),
  ];
  return wholeReading(
    {
      components: systems.flatMap(systemOf),
      incidents: issues.flatMap((one) => incidentOf(one, nowUtcMs)),
    },
    nowUtcMs,
  );
}

/** Systems have no other key than their name. */
function systemOf(system: Fields): FeedComponent[] {
  const key = keyAt(system, 'name');
  const name = textAt(system, 'name', feedLimits.title);
  if (!key || !name) return [];
  const group = textAt(system, 'category', feedLimits.title);
  return [
    { key, name, verdict: meaning(verdicts, at(system, 'status')), ...given('group', group) },
  ];
}

function incidentOf(issue: Fields, nowUtcMs: number): FeedIncident[] {
  const title = textAt(issue, 'title', feedLimits.title);
  if (!title || at(issue, 'resolved') === true) return [];
  const affected = at(issue, 'affected');
  return [
    {
      id: keyAt(issue, 'permalink') ?? title,
      title,
      state: 'unknown',
      impact: meaning(impacts, at(issue, 'severity')),
      affects: Array.isArray(affected) ? keysOf(affected) : [],
      ...given('startedAtUtcMs', pastInstant(at(issue, 'createdAt'), nowUtcMs)),
      ...given('updatedAtUtcMs', pastInstant(at(issue, 'lastMod'), nowUtcMs)),
    },
  ];
}
