/** The co-op's regular meetings as the window has them: without their addresses, which stay in main. */
import * as v from 'valibot';
import { padKinds } from '../coop/meetings.ts';
import { UtcMs } from '../time/utc-ms.ts';
import { TemplateProblemSchema } from './template.ts';

const RegularMeetingViewSchema = v.object({
  id: v.string(),
  name: v.string(),
  match: v.optional(v.union([v.object({ exact: v.string() }), v.object({ prefix: v.string() })])),
  padKind: v.picklist(padKinds),
  /** The one of the calendar that the notes are for; absent if it has none up to seven days ahead. */
  occasion: v.optional(v.object({ startUtcMs: UtcMs, endUtcMs: UtcMs })),
  /** Absent if it has none. */
  template: v.optional(
    v.object({
      /** Of the copy that there is; absent without one. */
      readAtUtcMs: v.optional(UtcMs),
      problem: v.optional(v.object({ ...TemplateProblemSchema.entries, sinceUtcMs: UtcMs })),
    }),
  ),
  archive: v.optional(v.object({ isRestricted: v.boolean() })),
});
export type RegularMeetingView = Readonly<v.InferOutput<typeof RegularMeetingViewSchema>>;

export const MeetingsStateSchema = v.object({ meetings: v.array(RegularMeetingViewSchema) });
export type MeetingsState = Readonly<v.InferOutput<typeof MeetingsStateSchema>>;

/**
 * What became of the template: `new` and `old` (the last good copy) are in the clipboard, and the pad is open. With
 * `none` nothing was copied or opened.
 */
export const StartedSchema = v.picklist(['new', 'old', 'none']);
export type Started = v.InferOutput<typeof StartedSchema>;
