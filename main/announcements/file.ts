/** Keeps what the co-op has announced, and what of it was told. */
import * as v from 'valibot';
import type { Report } from '../../shared/announcements/report.ts';
import { ReportSchema } from '../../shared/announcements/report.ts';
import type { KeptAnswers } from '../../shared/feedback/outcome.ts';
import { KeptAnswersSchema } from '../../shared/feedback/outcome.ts';
import type { TextStore } from '../platform/files.ts';
import { readableArray } from '../../shared/readable.ts';

export const announcementsLimitBytes = 1024 * 1024;

const KeptSchema = v.object({
  version: v.literal(1),
  /** As the document names it. */
  room: v.string(),
  said: KeptAnswersSchema,
  reports: readableArray(ReportSchema),
});
export type Kept = Readonly<{
  room: string;
  said: KeptAnswers;
  reports: readonly Report[];
}>;

export type AnnouncementsFile = Readonly<{
  /** Undefined when there is none, or none that can be read. */
  load: () => Promise<Kept | undefined>;
  save: (kept: Kept) => void;
}>;

export function createAnnouncementsFile(store: TextStore): AnnouncementsFile {
  let saving = Promise.resolve();
  return {
    load: async () => {
      try {
        return v.parse(KeptSchema, JSON.parse((await store.load()) ?? ''));
      } catch {
        return undefined;
      }
    },
    save: (kept) => {
      const text = JSON.stringify({ version: 1, ...kept });
      // One after the other, so that the newest stays. A full disk must not cost the announcement itself.
      saving = saving.then(() => store.save(text)).catch(() => undefined);
    },
  };
}
