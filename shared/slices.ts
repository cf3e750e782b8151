/** What features put into the snapshot, each its own fields. */
import * as v from 'valibot';
import { BackupsSummarySchema } from './backups/summary.ts';

export const SlicesSchema = v.object({
  /** Undefined until a source of backups was read. */
  backups: v.optional(BackupsSummarySchema),
  /** Answers to feedback that the member has not looked at. */
  unreadAnswers: v.optional(v.number()),
  /** Announcements that the member has not looked at. */
  unreadAnnouncements: v.optional(v.number()),
});
export type Slices = Readonly<v.InferOutput<typeof SlicesSchema>>;
