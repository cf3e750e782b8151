/**
 * Upptime: `history/summary.json` of its repository, which changes when a state does and says nothing of when it was
 * measured. Each site has a file of its own, `history/SLUG.yml`, that a daily run writes anew (workflow
 * “response-time”): so that stands for all the runs that found nothing new. Incidents are issues of a forge, not read.
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

/** Below the address of the page; undefined for a key that is no slug, and might lead elsewhere. */
export function historyPath({ key }: Pick<FeedComponent, 'key'>): string | undefined {
  return /^\w[\w-]*$/.test(key) ? `/history/${key}.yml` : undefined;
}

/** Runs of a day may be late or fail; after some, the forge has switched them off, or somebody has; in ms. */
const asleepMs = 3 * 86_400_000;

/** The site with what its own file says of when it was measured. Without that nobody knows, however green it is. */
export function withHistory(
  site: FeedComponent,
  history: string | undefined,
  nowUtcMs: number,
): FeedComponent {
  const [, written] = /^lastUpdated:[ \t]*["']?([^"'\s]+)/m.exec(history ?? '') ?? [];
  const asOfUtcMs = pastInstant(written, nowUtcMs);
  if (asOfUtcMs === undefined) return { ...site, verdict: 'unknown' };
  if (nowUtcMs - asOfUtcMs <= asleepMs) return { ...site, asOfUtcMs };
  return { ...site, asOfUtcMs, verdict: 'unknown', asleep: true };
}
