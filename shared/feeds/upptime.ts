/** Upptime: `history/summary.json` of its repository. Its incidents are issues of a forge, which are not read. */
import type { Fields } from './fields.ts';
import { asList, at, isFields, keyAt, meaning, textAt } from './fields.ts';
import type { FeedComponent, FeedReading } from './reading.ts';
import { feedLimits } from './reading.ts';
import { wholeReading } from './whole.ts';

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
