/** The announcements state in the window. */
import * as v from 'valibot';

const AnnouncementSchema = v.object({
  id: v.string(),
  by: v.string(),
  text: v.string(),
  atUtcMs: v.number(),
  unread: v.boolean(),
});
export type Announcement = Readonly<v.InferOutput<typeof AnnouncementSchema>>;

export const NewsStateSchema = v.object({
  /** The room in the document. */
  room: v.optional(v.string()),
  /** The document's name for it, if it has one. */
  name: v.optional(v.string()),
  /**
   * `signed-out`: not signed in; `outside`: not a member of the room; `failed`: the room cannot be loaded, and older
   * messages are shown.
   */
  reading: v.picklist(['signed-out', 'outside', 'waiting', 'ready', 'failed']),
  /** Newest first. */
  announcements: v.array(AnnouncementSchema),
  unread: v.number(),
  /** When the room was last loaded; undefined if never. */
  askedAtUtcMs: v.optional(v.number()),
  /** Number of messages that could not be parsed; absent if none. */
  unreadable: v.optional(v.number()),
});
export type NewsState = Readonly<v.InferOutput<typeof NewsStateSchema>>;
