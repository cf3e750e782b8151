/** Keeps what was said in answer, and what of it was told, in one file. */
import * as v from 'valibot';
import type { KeptAnswers } from '../../shared/feedback/outcome.ts';
import { KeptAnswersSchema } from '../../shared/feedback/outcome.ts';
import type { TextStore } from '../platform/files.ts';
import { readableRecord } from '../../shared/readable.ts';

export const answersLimitBytes = 8 * 1024 * 1024;
/** What is written stays well below the limit, in characters: a character may take three bytes. */
const textLimit = 1_200_000;

const FileSchema = v.object({
  version: v.literal(1),
  items: v.record(v.string(), v.unknown()),
});

const KnownSchema = readableRecord(v.string(), KeptAnswersSchema);

export type AnswersFile = Readonly<{
  /** `damaged`: there was a file, but what was told of all or some is not known any more. */
  load: () => Promise<Readonly<{ items: ReadonlyMap<string, KeptAnswers>; damaged: boolean }>>;
  /** The newest items first: where all of it would be too much, the oldest lose their words, never what was told. */
  save: (items: ReadonlyMap<string, KeptAnswers>) => void;
}>;

export function createAnswersFile(store: TextStore): AnswersFile {
  let saving = Promise.resolve();
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
      const text = formatted(items);
      // One after the other, so that the newest stays. A full disk must not cost the answer itself.
      saving = saving.then(() => store.save(text)).catch(() => undefined);
    },
  };
}

function formatted(items: ReadonlyMap<string, KeptAnswers>): string {
  let left = textLimit;
  const kept = [...items].map(([id, one]) => {
    left -= JSON.stringify(one).length;
    return [id, left > 0 ? one : { ...one, signs: [] }] as const;
  });
  return JSON.stringify({ version: 1, items: Object.fromEntries(kept) });
}
