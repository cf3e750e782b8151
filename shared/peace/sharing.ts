/** What others are told of an acknowledgement, and where. Pure. */
import * as v from 'valibot';

/**
 * What became of the wish to tell the others. `taken`: it is in the outbox. `here-only`: there was no such wish.
 * `nowhere`: no room is named, or there is no trouble to speak of. The others are the outbox's own.
 */
export const shareOutcomes = [
  'taken',
  'here-only',
  'nowhere',
  'full',
  'unwritable',
  'not-a-draft',
] as const;
export type ShareOutcome = (typeof shareOutcomes)[number];

/** Where acknowledgements go, as a member is told before anything does. */
export const SharingPlaceSchema = v.object({
  room: v.string(),
  /** As the co-op calls the room, where its document says it. */
  name: v.optional(v.string()),
  /** In whose name. */
  userId: v.string(),
});
export type SharingPlace = Readonly<v.InferOutput<typeof SharingPlaceSchema>>;

/** What another member says of a trouble. */
export const SeenBySchema = v.object({ by: v.string(), note: v.string(), atUtcMs: v.number() });
export type SeenBy = Readonly<v.InferOutput<typeof SeenBySchema>>;
