/** What the window knows of the co-op's announcements. */
import * as v from 'valibot';

export const AnnouncementSchema = v.object({
  id: v.string(),
  by: v.string(),
  text: v.string(),
  atUtcMs: v.number(),
  unread: v.boolean(),
});
export type Announcement = Readonly<v.InferOutput<typeof AnnouncementSchema>>;

export const NewsStateSchema = v.object({
  /** The room, as the document names it. */
  room: v.optional(v.string()),
  /**
   * `signed-out`: nobody is signed in; `outside`: the member is not in the room; `failed`: it cannot be read, and what is
   * shown was read before.
   */
  reading: v.picklist(['signed-out', 'outside', 'waiting', 'ready', 'failed']),
  /** The newest first. */
  announcements: v.array(AnnouncementSchema),
  unread: v.number(),
  /** When the room was last asked; undefined while it never was. */
  askedAtUtcMs: v.optional(v.number()),
  /** Messages that are there and could not be read; absent where there are none. */
  unreadable: v.optional(v.number()),
});
export type NewsState = Readonly<v.InferOutput<typeof NewsStateSchema>>;
