/** A room whose messages expire, from the document. */
import * as v from 'valibot';

/** How often messages are purged. */
const purgeRhythms = ['daily', 'weekly', 'monthly', 'other'] as const;

export const RoomViewSchema = v.object({
  room: v.string(),
  name: v.string(),
  keepDays: v.optional(v.number()),
  /** Undefined if the document gives no valid times. */
  rhythm: v.optional(v.picklist(purgeRhythms)),
  /** When the last purge was due; servers do not report whether it happened. */
  lastPurgeUtcMs: v.optional(v.number()),
  /** When the next purge is due. */
  nextPurgeUtcMs: v.optional(v.number()),
  archived: v.boolean(),
});
export type RoomView = Readonly<v.InferOutput<typeof RoomViewSchema>>;
