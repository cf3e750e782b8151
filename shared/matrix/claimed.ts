/** Parses the app's own fields in Matrix messages, which are unverified claims of other clients. */
import * as v from 'valibot';
import { parseInstant } from '../time/instant.ts';

/** In ms; tolerated clock difference between two machines. */
export const skewMs = 10 * 60_000;

const VersionSchema = v.object({ v: v.number() });

/** ISO 8601 with offset, converted to ms UTC. */
export const Instant = v.pipe(
  v.string(),
  v.transform((text) => parseInstant(text)),
  v.number(),
);

/** Whether the field has a version other than 1; such fields are ignored. */
export function isOfOtherVersion(field: unknown): boolean {
  return v.is(VersionSchema, field) && field.v !== 1;
}
