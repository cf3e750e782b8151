/** The last good copies of the calendars, for when there is no network. */
import * as v from 'valibot';
import type { Dated } from '../../../shared/net/last-good.ts';
import { readableArray } from '../../../shared/lists/readable.ts';
import { UtcMs } from '../../../shared/time/utc-ms.ts';
import type { TextStore } from '../../platform/files.ts';
import { loadJson } from '../../platform/load-json.ts';
import type { FileForm } from '../../platform/profile-file.ts';

/** Of all copies, in characters: writing more would hold the app. Calendars beyond it are read again at each start. */
const totalLimit = 2 * 1024 * 1024;

const CopySchema = v.object({
  /** `keyOfSource` it. */
  of: v.string(),
  atUtcMs: UtcMs,
  etag: v.optional(v.string()),
  text: v.pipe(v.string(), v.maxLength(totalLimit)),
});

export const copiesForm: FileForm = {
  name: 'calendar-copies',
  limitBytes: 8 * 1024 * 1024,
  version: 1,
  whole: v.object({ version: v.literal(1), copies: v.array(CopySchema) }),
};
const KeptSchema = v.object({ copies: readableArray(CopySchema) });

export type KeptCopy = Readonly<{ text: string }> & Dated;

/** By the key of their source. */
export async function loadCopies(store: TextStore): Promise<ReadonlyMap<string, KeptCopy>> {
  const kept = await loadJson(store, KeptSchema);
  return new Map(kept?.copies.map(({ of, ...copy }) => [of, copy]));
}

/** A full disk only costs the copies. */
export function saveCopies(store: TextStore, copies: ReadonlyMap<string, KeptCopy>): void {
  let left = totalLimit;
  const all = [...copies].flatMap(([of, { text, atUtcMs, etag }]) => {
    if (text.length > left) return [];
    left -= text.length;
    return [{ of, atUtcMs, etag, text }];
  });
  void store.save(JSON.stringify({ version: 1, copies: all })).catch(() => undefined);
}
