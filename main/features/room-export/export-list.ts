/** Where the copies of rooms are; the progress of each is in its folder. */
import * as v from 'valibot';
import type { TextStore } from '../../platform/files.ts';
import { readableArray } from '../../../shared/lists/readable.ts';
import type { FileForm } from '../../platform/profile-file.ts';
import { loadJson } from '../../platform/load-json.ts';

const copiesLimit = 100;

const CopySchema = v.object({
  room: v.pipe(v.string(), v.maxLength(255)),
  folder: v.pipe(v.string(), v.maxLength(4096)),
});
const KeptSchema = v.object({ version: v.number(), copies: readableArray(CopySchema) });

export const copiesForm: FileForm = {
  name: 'room-copies',
  limitBytes: 1024 * 1024,
  version: 1,
  whole: v.object({ ...KeptSchema.entries, copies: v.array(CopySchema) }),
};

export type KeptCopy = Readonly<v.InferOutput<typeof KeptSchema>['copies'][number]>;

/** Empty if the list is missing or damaged: then the copies are not found, but remain on disk. */
export async function loadCopies(store: TextStore): Promise<readonly KeptCopy[]> {
  const stored = await loadJson(store, KeptSchema);
  return stored?.copies.slice(-copiesLimit) ?? [];
}

export function saveCopies(store: TextStore, copies: readonly KeptCopy[]): Promise<void> {
  return store.save(JSON.stringify({ version: 1, copies: copies.slice(-copiesLimit) }));
}
