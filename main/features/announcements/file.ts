/** Stores the co-op's announcements, and which of them have been shown. */
import * as v from 'valibot';
import type { Report } from '../../../shared/announcements/report.ts';
import { ReportSchema } from '../../../shared/announcements/report.ts';
import type { StoredAnswers } from '../../../shared/feedback/outcome.ts';
import { StoredAnswersSchema, WholeAnswersSchema } from '../../../shared/feedback/outcome.ts';
import type { TextStore } from '../../platform/files.ts';
import { readableArray } from '../../../shared/lists/readable.ts';
import type { FileForm } from '../../platform/profile-file.ts';
import { loadJson } from '../../platform/load-json.ts';

const KeptSchema = v.object({
  version: v.number(),
  /** As the document names it. */
  room: v.string(),
  said: StoredAnswersSchema,
  reports: readableArray(ReportSchema),
});
export const announcementsForm: FileForm = {
  name: 'announcements',
  limitBytes: 1024 * 1024,
  version: 1,
  whole: v.object({
    ...KeptSchema.entries,
    said: WholeAnswersSchema,
    reports: v.array(ReportSchema),
  }),
};

export type Kept = Readonly<{
  room: string;
  said: StoredAnswers;
  reports: readonly Report[];
}>;

export type AnnouncementsFile = Readonly<{
  /** Undefined if the file is missing or cannot be parsed. */
  load: () => Promise<Kept | undefined>;
  save: (kept: Kept) => void;
}>;

export function createAnnouncementsFile(store: TextStore): AnnouncementsFile {
  return {
    load: () => loadJson(store, KeptSchema),
    save: (kept) => {
      const text = JSON.stringify({ version: 1, ...kept });
      // A full disk must not prevent showing the announcement.
      void store.save(text).catch(() => undefined);
    },
  };
}
