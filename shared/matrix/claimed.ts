/** What a message says in a field of the co-op's own: a claim from another machine. */
import * as v from 'valibot';
import { parseInstant } from '../time/instant.ts';

/** Clocks of two machines differ by so much without a meaning; in ms. */
export const skewMs = 10 * 60_000;

const VersionSchema = v.object({ v: v.number() });

/** ISO 8601 with its zone, as ms UTC. */
export const Instant = v.pipe(
  v.string(),
  v.transform((text) => parseInstant(text)),
  v.number(),
);

/** Whether it is written for readers of another version than the first, which this one leaves alone. */
export function isOfOtherVersion(field: unknown): boolean {
  return v.is(VersionSchema, field) && field.v !== 1;
}
