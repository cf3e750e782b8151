/** Where the copies of rooms are: the folders themselves tell how far they have come. */
import * as v from 'valibot';
import type { TextStore } from '../platform/files.ts';
import { readableArray } from '../../shared/readable.ts';

export const copiesName = 'room-copies.json';
export const copiesLimitBytes = 1024 * 1024;
const copiesLimit = 100;

const KeptSchema = v.object({
  version: v.literal(1),
  copies: readableArray(
    v.object({
      room: v.pipe(v.string(), v.maxLength(255)),
      folder: v.pipe(v.string(), v.maxLength(4096)),
    }),
  ),
});
export type KeptCopy = Readonly<v.InferOutput<typeof KeptSchema>['copies'][number]>;

/** None where nothing is kept, or nothing that can be read: then the folders are merely not found again. */
export async function loadCopies(store: TextStore): Promise<readonly KeptCopy[]> {
  try {
    return v.parse(KeptSchema, JSON.parse((await store.load()) ?? '')).copies.slice(-copiesLimit);
  } catch {
    return [];
  }
}

export function saveCopies(store: TextStore, copies: readonly KeptCopy[]): Promise<void> {
  return store.save(JSON.stringify({ version: 1, copies: copies.slice(-copiesLimit) }));
}
