/**
 * Upptime: `history/summary.json` in its repository, which changes only with the status and has no measurement times.
 * Each site also has a `history/SLUG.yml` that a daily run rewrites (workflow “response-time”), so its time shows that
 * checks are running. Incidents are GitHub issues, which are not loaded.
 */
import type { Fields } from './fields.ts';
import { asList, at, isFields, keyAt, meaning, textAt } from './fields.ts';
import { pastInstant } from '../time/instant.ts';
import type { FeedComponent, FeedReading } from './reading.ts';
import { feedLimits } from './reading.ts';
import { wholeReading } from './normalize.ts';

const verdicts = { up: 'up', degraded: 'degraded', down: 'down' } as const;

export function readUpptime([json]: readonly unknown[], nowUtcMs: number): FeedReading {
  const sites = asList(json, '$').filter(isFields);
  return wholeReading({ components: sites.flatMap(siteOf) }, nowUtcMs);
}

function siteOf(site: Fields): FeedComponent[] {
  const name = textAt(site, 'name', feedLimits.title);
  if (!name) return [];
  const key = keyAt(site, 'slug') ?? name;
  return [{ key, name, verdict: meaning(verdicts, at(site, 'status')) }];
}

/** Path below the page's URL; undefined for a key that is not a slug and could point elsewhere. */
export function historyPath({ key }: Pick<FeedComponent, 'key'>): string | undefined {
  return /^\w[\w-]*$/.test(key) ? `/history/${key}.yml` : undefined;
}

/** In ms; a daily run may be late or fail, but after three days the workflow is probably disabled. */
const maxAgeMs = 3 * 86_400_000;

/** Adds the measurement time from the site's own file. Without it the verdict is unknown. */
export function withHistory(
  site: FeedComponent,
  history: string | undefined,
  nowUtcMs: number,
): FeedComponent {
  const [, written] = /^lastUpdated:[ \t]*["']?([^"'\s]+)/m.exec(history ?? '') ?? [];
  const asOfUtcMs = pastInstant(written, nowUtcMs);
  if (asOfUtcMs === undefined) return { ...site, verdict: 'unknown' };
  if (nowUtcMs - asOfUtcMs <= maxAgeMs) return { ...site, asOfUtcMs };
  return { ...site, asOfUtcMs, verdict: 'unknown', asleep: true };
}
