/** A room whose messages do not stay, as the document describes it at one moment. */
import * as v from 'valibot';

/** How often messages are removed. */
export const purgeRhythms = ['daily', 'weekly', 'monthly', 'other'] as const;

export const RoomViewSchema = v.object({
  room: v.string(),
  name: v.string(),
  keepDays: v.optional(v.number()),
  /** Undefined where the document tells no times that can be read. */
  rhythm: v.optional(v.picklist(purgeRhythms)),
  /** When messages were last to be removed; whether they were, no server tells. */
  lastPurgeUtcMs: v.optional(v.number()),
  /** When messages are next removed. */
  nextPurgeUtcMs: v.optional(v.number()),
  archived: v.boolean(),
});
export type RoomView = Readonly<v.InferOutput<typeof RoomViewSchema>>;
