/** The features' slices of the snapshot, each with its own fields. */
import * as v from 'valibot';
import { BackupsSummarySchema } from './backups/summary.ts';

export const SlicesSchema = v.object({
  /** Undefined until a backup source has been read. */
  backups: v.optional(BackupsSummarySchema),
  /** Answers to feedback that the member has not opened. */
  unreadAnswers: v.optional(v.number()),
  /** Announcements that the member has not opened. */
  unreadAnnouncements: v.optional(v.number()),
});
export type Slices = Readonly<v.InferOutput<typeof SlicesSchema>>;
