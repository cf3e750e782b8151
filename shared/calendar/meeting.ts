/** Meetings as the window and the tray have them: without their addresses, which stay in main. */
import * as v from 'valibot';

export const MeetingSchema = v.object({
  /** Of this one occurrence. */
  id: v.string(),
  calendarId: v.string(),
  title: v.string(),
  startUtcMs: v.number(),
  /** `startUtcMs` if the calendar gives neither an end nor a duration. */
  endUtcMs: v.number(),
  /** Absent if it names no place that the member could join. */
  join: v.optional(
    v.object({
      /** Of the co-op's room, or else the host. */
      name: v.string(),
      isOwnRoom: v.optional(v.literal(true)),
    }),
  ),
});
export type Meeting = Readonly<v.InferOutput<typeof MeetingSchema>>;
