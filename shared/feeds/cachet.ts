/**
 * Cachet, API 1: `/api/v1/components`. Only the first page of a long list is loaded; the guide gives its length. There
 * are no measurement times: `updated_at` is the last change, in an unspecified time zone.
 */
import type { Fields } from './fields.ts';
import { asFields, asList, at, isFields, keyAt, meaning, textAt } from './fields.ts';
import type { FeedComponent, FeedReading } from './reading.ts';
import { feedLimits } from './reading.ts';
import { wholeReading } from './normalize.ts';

/** Some versions return the number as a string. */
const verdicts = { 1: 'up', 2: 'degraded', 3: 'degraded', 4: 'down' } as const;

export function readCachet([json]: readonly unknown[], nowUtcMs: number): FeedReading {
  const rows = asList(at(asFields(json, '$'), 'data'), '$.data').filter(isFields);
  return wholeReading({ components: rows.flatMap(componentOf) }, nowUtcMs);
}

function componentOf(row: Fields): FeedComponent[] {
  const key = keyAt(row, 'id');
  const name = textAt(row, 'name', feedLimits.title);
  if (!key || !name || at(row, 'enabled') === false) return [];
  return [{ key, name, verdict: meaning(verdicts, at(row, 'status')) }];
}
