/** What a message says of time in a field of the co-op's own: a claim from another machine. */
import * as v from 'valibot';
import { parseInstant } from '../feeds/instant.ts';

/** Clocks of two machines differ by so much without a meaning; in ms. */
export const skewMs = 10 * 60_000;

/** ISO 8601 with its zone, as ms UTC. */
export const Instant = v.pipe(
  v.string(),
  v.transform((text) => parseInstant(text)),
  v.number(),
);
