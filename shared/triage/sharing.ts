/** How acknowledgements are shared with other members, and where. Pure. */
import * as v from 'valibot';

/**
 * Outcome of sharing. `taken`: it is in the outbox. `here-only`: sharing was not requested. `nowhere`: the place is no
 * longer the one that the member chose, or there is no trouble to share. The others are the outbox's own.
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

/** Where acknowledgements go, as shown to the member before anything is sent. */
const SharingPlaceSchema = v.object({
  room: v.string(),
  /** The co-op's name for the room, if its document has one. */
  name: v.optional(v.string()),
  /** The account that sends it. */
  userId: v.string(),
});
export type SharingPlace = Readonly<v.InferOutput<typeof SharingPlaceSchema>>;

/** `waiting`: it is not known yet who is signed in, such as while the keyring is read. */
export const WhereSchema = v.union([SharingPlaceSchema, v.picklist(['waiting', 'signed-out'])]);
export type Where = Readonly<v.InferOutput<typeof SharingPlaceSchema>> | 'waiting' | 'signed-out';

/** A place that the member has seen and chosen: nothing is sent to another one instead. */
export const ChosenPlaceSchema = v.pick(SharingPlaceSchema, ['room', 'userId']);
export type ChosenPlace = Readonly<v.InferOutput<typeof ChosenPlaceSchema>>;

/** Another member's acknowledgement. */
export const SeenBySchema = v.object({ by: v.string(), note: v.string(), atUtcMs: v.number() });
export type SeenBy = Readonly<v.InferOutput<typeof SeenBySchema>>;

/** How many acknowledgements of others cannot be read here, and the room to read them in. */
export const UnreadNotesSchema = v.object({ count: v.number(), room: v.string() });
export type UnreadNotes = Readonly<v.InferOutput<typeof UnreadNotesSchema>>;
