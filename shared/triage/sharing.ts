/** What others are told of an acknowledgement, and where. Pure. */
import * as v from 'valibot';

/**
 * What became of the wish to tell the others. `taken`: it is in the outbox. `here-only`: there was no such wish.
 * `nowhere`: it is no longer the place that the member chose, or there is no trouble to speak of. The others are the outbox's own.
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

/** `waiting`: who is signed in is not known yet, such as while the keyring is read. */
export const WhereSchema = v.union([SharingPlaceSchema, v.picklist(['waiting', 'signed-out'])]);
export type Where = Readonly<v.InferOutput<typeof SharingPlaceSchema>> | 'waiting' | 'signed-out';

/** A place as a member has seen and chosen it: nothing is sent to another one in its stead. */
export const ChosenPlaceSchema = v.pick(SharingPlaceSchema, ['room', 'userId']);
export type ChosenPlace = Readonly<v.InferOutput<typeof ChosenPlaceSchema>>;

/** What another member says of a trouble. */
export const SeenBySchema = v.object({ by: v.string(), note: v.string(), atUtcMs: v.number() });
export type SeenBy = Readonly<v.InferOutput<typeof SeenBySchema>>;

/** What others may say of it in words that cannot be read here, and where they can be. */
export const UnreadNotesSchema = v.object({ count: v.number(), room: v.string() });
export type UnreadNotes = Readonly<v.InferOutput<typeof UnreadNotesSchema>>;
