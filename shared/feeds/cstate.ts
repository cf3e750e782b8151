/**
 * cState, API 2.0: `/index.json` of a static site. Times are in Go's default format. Nothing is measured: people edit
 * the status by hand, and the site is rebuilt.
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

/** A notice is informational only. */
const verdicts = { ok: 'up', notice: 'up', disrupted: 'degraded', down: 'down' } as const;
const impacts = { notice: 'none', disrupted: 'minor', down: 'major' } as const;

export function readCstate([json]: readonly unknown[], nowUtcMs: number): FeedReading {
  const site = asFields(json, '$');
  asList(at(site, 'systems'), '$.systems');
  const systems = objectsAt(site, 'systems', '$');
  const build = buildOf(site, nowUtcMs);
  const issues = [
    ...objectsAt(site, 'pinnedIssues', '$'),
    ...systems.flatMap((one) => objectsAt(one, 'unresolvedIssues', '$.systems[*]')),
  ];
  return wholeReading(
    {
      components: systems.flatMap((one) => systemOf(one, build)),
      incidents: issues.flatMap((one) => incidentOf(one, nowUtcMs)),
    },
    nowUtcMs,
  );
}

type Built = Pick<FeedComponent, 'asOfUtcMs' | 'asleep'>;

/** In ms; a site not rebuilt for 90 days is probably abandoned. */
const maxBuildAgeMs = 90 * 86_400_000;

/**
 * The status is as of the build time, which is exact only if its time zone is known: it may be an ambiguous
 * abbreviation.
 */
function buildOf(site: Fields, nowUtcMs: number): Built {
  const [date, time, zone] = ['buildDate', 'buildTime', 'buildTimezone'].map((key) =>
    textAt(site, key, feedLimits.key),
  );
  const wall = `${date}T${time}`;
  const exact = pastInstant(wall, nowUtcMs, zone?.replace(/^([+-]\d\d)$/, '$1:00'));
  const approximate = exact ?? pastInstant(wall, nowUtcMs);
  const isAsleep = approximate !== undefined && nowUtcMs - approximate > maxBuildAgeMs;
  return { ...given('asOfUtcMs', exact), ...(isAsleep ? { asleep: true } : {}) };
}

/** Systems have no key except their name. */
function systemOf(system: Fields, build: Built): FeedComponent[] {
  const key = keyAt(system, 'name');
  const name = textAt(system, 'name', feedLimits.title);
  if (!key || !name) return [];
  const group = textAt(system, 'category', feedLimits.title);
  const verdict = build.asleep ? 'unknown' : meaning(verdicts, at(system, 'status'));
  return [{ key, name, verdict, ...given('group', group), ...build }];
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
