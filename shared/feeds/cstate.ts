/**
 * cState, API 2.0: `/index.json` of a static site. Times are written as Go prints them. Nothing is measured: people
 * write down what they know, and the site is built from that.
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
import { pastInstant } from '../time/instant.ts';
import type { FeedComponent, FeedIncident, FeedReading } from './reading.ts';
import { feedLimits } from './reading.ts';
import { wholeReading } from './normalize.ts';

/** A notice tells something, but nothing is broken. */
const verdicts = { ok: 'up', notice: 'up', disrupted: 'degraded', down: 'down' } as const;
const impacts = { notice: 'none', disrupted: 'minor', down: 'major' } as const;

export function readCstate([json]: readonly unknown[], nowUtcMs: number): FeedReading {
  const site = asFields(json, '$');
  asList(at(site, 'systems'), '$.systems');
  const systems = objectsAt(site, 'systems', '$');
  const built = builtOf(site, nowUtcMs);
  const issues = [
    ...objectsAt(site, 'pinnedIssues', '$'),
    ...systems.flatMap((one) => objectsAt(one, 'unresolvedIssues', '$.systems[*]')),
  ];
  return wholeReading(
    {
      components: systems.flatMap((one) => systemOf(one, built)),
      incidents: issues.flatMap((one) => incidentOf(one, nowUtcMs)),
    },
    nowUtcMs,
  );
}

type Built = Pick<FeedComponent, 'asOfUtcMs' | 'asleep'>;

/** A page that has not been built for a quarter of a year is one that nobody looks after any more; in ms. */
const asleepMs = 90 * 86_400_000;

/** What it says is as of its build. The zone of that may be an abbreviation, which is known of few zones. */
function builtOf(site: Fields, nowUtcMs: number): Built {
  const [date, time, zone] = ['buildDate', 'buildTime', 'buildTimezone'].map((key) =>
    textAt(site, key, feedLimits.key),
  );
  const wall = `${date}T${time}`;
  const exact = pastInstant(wall, nowUtcMs, zone?.replace(/^([+-]\d\d)$/, '$1:00'));
  const about = exact ?? pastInstant(wall, nowUtcMs);
  const isAsleep = about !== undefined && nowUtcMs - about > asleepMs;
  return { ...given('asOfUtcMs', exact), ...(isAsleep ? { asleep: true } : {}) };
}

/** Systems have no other key than their name. */
function systemOf(system: Fields, built: Built): FeedComponent[] {
  const key = keyAt(system, 'name');
  const name = textAt(system, 'name', feedLimits.title);
  if (!key || !name) return [];
  const group = textAt(system, 'category', feedLimits.title);
  const verdict = built.asleep ? 'unknown' : meaning(verdicts, at(system, 'status'));
  return [{ key, name, verdict, ...given('group', group), ...built }];
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
