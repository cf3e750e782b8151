/** Gatus: `/api/v1/endpoints/statuses`, a list of endpoints with their last results. */
import { newestOf, readBeats } from './beats.ts';
import type { Beat } from './beats.ts';
import type { Fields } from './fields.ts';
import { asList, at, given, isFields, keyAt, meaning, objectsAt, textAt } from './fields.ts';
import { measuredInstant } from './instant.ts';
import type { FeedComponent, FeedReading } from './reading.ts';
import { feedLimits } from './reading.ts';
import { wholeReading } from './whole.ts';

const verdicts = { true: 'up', false: 'down' } as const;
const resultsRead = 100;

export function readGatus([json]: readonly unknown[], nowUtcMs: number): FeedReading {
  const read = asList(json, '$')
    .filter(isFields)
    .flatMap((endpoint) => endpointOf(endpoint, nowUtcMs));
  return wholeReading(
    {
      components: read.map(({ component }) => component),
      ...given('asOfUtcMs', newestOf(read.map(({ asOfUtcMs }) => asOfUtcMs))),
    },
    nowUtcMs,
  );
}

function endpointOf(
  endpoint: Fields,
  nowUtcMs: number,
): { component: FeedComponent; asOfUtcMs?: number }[] {
  const name = textAt(endpoint, 'name', feedLimits.title);
  if (!name) return [];
  const group = textAt(endpoint, 'group', feedLimits.title);
  const beats = objectsAt(endpoint, 'results', '$[*]').slice(-resultsRead).flatMap(beatOf);
  const { verdict, sinceUtcMs, asOfUtcMs } = readBeats(beats, nowUtcMs);
  const key = keyAt(endpoint, 'key') ?? name;
  const component = {
    key,
    name,
    verdict,
    ...given('group', group),
    ...given('sinceUtcMs', sinceUtcMs),
  };
  return [{ component, ...given('asOfUtcMs', asOfUtcMs) }];
}

function beatOf(result: Fields): Beat[] {
  const atUtcMs = measuredInstant(at(result, 'timestamp'));
  const success = at(result, 'success');
  // The text "true" is not what Gatus writes.
  const verdict = typeof success === 'boolean' ? meaning(verdicts, String(success)) : 'unknown';
  return atUtcMs === undefined ? [] : [{ verdict, atUtcMs }];
}
