/** Stores answers, and which of them have been announced, in one file. */
import * as v from 'valibot';
import type { StoredAnswers } from '../../../shared/feedback/outcome.ts';
import { StoredAnswersSchema, WholeAnswersSchema } from '../../../shared/feedback/outcome.ts';
import type { TextStore } from '../../platform/files.ts';
import { readableRecord } from '../../../shared/lists/readable.ts';
import type { FileForm } from '../../platform/profile-file.ts';

export const answersLimitBytes = 8 * 1024 * 1024;
/** Characters to write at most, well below the limit in bytes: a character may take three. */
const textLimit = 1_200_000;

const FileSchema = v.object({
  version: v.number(),
  items: v.record(v.string(), v.unknown()),
});

const KnownSchema = readableRecord(v.string(), StoredAnswersSchema);

export const answersForm: FileForm = {
  name: 'answers',
  limitBytes: answersLimitBytes,
  version: 1,
  whole: v.object({
    ...FileSchema.entries,
    items: v.record(v.string(), WholeAnswersSchema),
  }),
};

export type AnswersFile = Readonly<{
  /** `damaged`: for some items, it is unknown which answers were announced. */
  load: () => Promise<Readonly<{ items: ReadonlyMap<string, StoredAnswers>; damaged: boolean }>>;
  /** Takes items newest first. If the text gets too long, the oldest keep only which answers were announced. */
  save: (items: ReadonlyMap<string, StoredAnswers>) => void;
}>;

export function createAnswersFile(store: TextStore): AnswersFile {
  return {
    load: async () => {
      try {
        const text = await store.load();
        if (text === undefined) return { items: new Map(), damaged: false };
        const { items } = v.parse(FileSchema, JSON.parse(text));
        const known = v.parse(KnownSchema, items);
        const damaged = Object.keys(known).length < Object.keys(items).length;
        return { items: new Map(Object.entries(known)), damaged };
      } catch {
        return { items: new Map(), damaged: true };
      }
    },
    save: (items) => {
      // A full disk must not prevent showing the answers.
      void store.save(formatted(items)).catch(() => undefined);
    },
  };
}

function formatted(items: ReadonlyMap<string, StoredAnswers>): string {
  let left = textLimit;
  const kept = [...items].map(([id, one]) => {
    left -= JSON.stringify(one).length;
    return [id, left > 0 ? one : { ...one, signs: [] }] as const;
  });
  return JSON.stringify({ version: 1, items: Object.fromEntries(kept) });
}
