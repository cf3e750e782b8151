/**
 * A member's settings for services that the document does not name at present: a document that is incomplete for an
 * hour, or a co-op that the member leaves for a day, costs no snoozes or notes. Pure.
 */
import * as v from 'valibot';
import { serviceIdPattern } from '../coop/parts.ts';
import { UtcMs } from '../time/utc-ms.ts';
import { AcknowledgementSchema, MuteSchema } from '../triage/mutes.ts';

export const AwaySchema = v.object({
  /** As returned by `coopKey`. */
  coop: v.string(),
  serviceId: v.pipe(v.string(), v.regex(serviceIdPattern)),
  /** When the document was first seen without it, ms UTC. */
  sinceUtcMs: UtcMs,
  snooze: v.exactOptional(MuteSchema),
  acknowledgement: v.exactOptional(AcknowledgementSchema),
  starred: v.exactOptional(v.literal(true)),
});
export type Away = Readonly<v.InferOutput<typeof AwaySchema>>;
