/** Gatus: `/api/v1/endpoints/statuses`, a list of endpoints with their latest results. */
import { readBeats } from './heartbeats.ts';
import type { Beat } from './heartbeats.ts';
import type { Fields } from './fields.ts';
import { asList, at, given, isFields, keyAt, meaning, objectsAt, textAt } from './fields.ts';
import { measuredInstant } from '../time/instant.ts';
import type { FeedComponent, FeedReading } from './reading.ts';
import { feedLimits } from './reading.ts';
import { wholeReading } from './normalize.ts';

const verdicts = { true: 'up', false: 'down' } as const;
const resultsLimit = 100;

export function readGatus([json]: readonly unknown[], nowUtcMs: number): FeedReading {
  const endpoints = asList(json, '$').filter(isFields);
  const components = endpoints.flatMap((endpoint) => endpointOf(endpoint, nowUtcMs));
  return wholeReading({ components }, nowUtcMs);
}

function endpointOf(endpoint: Fields, nowUtcMs: number): FeedComponent[] {
  const name = textAt(endpoint, 'name', feedLimits.title);
  if (!name) return [];
  const group = textAt(endpoint, 'group', feedLimits.title);
  const beats = objectsAt(endpoint, 'results', '$[*]').slice(-resultsLimit).flatMap(beatOf);
  const key = keyAt(endpoint, 'key') ?? name;
  return [{ key, name, ...given('group', group), ...readBeats(beats, nowUtcMs) }];
}

function beatOf(result: Fields): Beat[] {
  const atUtcMs = measuredInstant(at(result, 'timestamp'));
  const success = at(result, 'success');
  // Gatus writes booleans, so the string "true" is not accepted.
  const verdict = typeof success === 'boolean' ? meaning(verdicts, String(success)) : 'unknown';
  return atUtcMs === undefined ? [] : [{ verdict, atUtcMs }];
}
