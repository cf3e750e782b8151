/** The features' slices of the snapshot, each with its own fields. */
import * as v from 'valibot';
import { BackupsSummarySchema } from './backups/summary.ts';
import { MeetingSchema } from './calendar/meeting.ts';
import { UpdateNoteSchema } from './updates/ipc.ts';

export const SlicesSchema = v.object({
  /** Undefined until a backup source has been read. */
  backups: v.optional(BackupsSummarySchema),
  /** Changes with the co-op's logo; undefined if there is none. */
  logo: v.optional(v.string()),
  /**
   * Timed meetings under way or to come within 24 h, in order of their start. Absent without a calendar, and while none
   * is known but a calendar is not, or its copy is too old to say so.
   */
  meetings: v.optional(v.array(MeetingSchema)),
  /** A proxy that lets nothing through without a login, as `host:port`. */
  proxyWants: v.optional(v.string()),
  /** A version that a package manager has put in the place of the running one: it runs after a restart. */
  installedVersion: v.optional(v.string()),
  /** Answers to feedback that the member has not opened. */
  unreadAnswers: v.optional(v.number()),
  /** Announcements that the member has not opened. */
  unreadAnnouncements: v.optional(v.number()),
  /** What a member should know of updates, if anything. */
  update: v.optional(UpdateNoteSchema),
});
export type Slices = Readonly<v.InferOutput<typeof SlicesSchema>>;
