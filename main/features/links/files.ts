/** The last good copy of each list, for when there is no network, and what the member picked. */
import * as v from 'valibot';
import type { LinkSource } from '../../../shared/coop/link-sources.ts';
import type { LinkList } from '../../../shared/links/lists.ts';
import type { Pick } from '../../../shared/links/picks.ts';
import { PickSchema } from '../../../shared/links/picks.ts';
import { LinkFaultSchema, ShortlinkSchema } from '../../../shared/links/shortlink.ts';
import { readableArray } from '../../../shared/lists/readable.ts';
import { UtcMs } from '../../../shared/time/utc-ms.ts';
import type { TextStore } from '../../platform/files.ts';
import { loadJson } from '../../platform/load-json.ts';
import type { FileForm } from '../../platform/profile-file.ts';

const ListSchema = v.object({
  /** `keyOfSource` it. */
  of: v.string(),
  atUtcMs: UtcMs,
  etag: v.optional(v.string()),
  links: v.array(ShortlinkSchema),
  faults: v.array(LinkFaultSchema),
  left: v.number(),
});

export const linksForm: FileForm = {
  name: 'links',
  limitBytes: 16 * 1024 * 1024,
  version: 1,
  whole: v.object({ version: v.literal(1), lists: v.array(ListSchema) }),
};
const KeptLists = v.object({ lists: readableArray(ListSchema) });

export const picksForm: FileForm = {
  name: 'picks',
  limitBytes: 1024 * 1024,
  version: 1,
  whole: v.object({ version: v.literal(1), picks: v.array(PickSchema) }),
};
const KeptPicks = v.object({ picks: readableArray(PickSchema) });

/** Another address under the same id is another source; so is one that is read in another way. */
export function keyOfSource({ url, format, base = '' }: LinkSource): string {
  return [format, url, base].join(' ');
}

/** By the key of their source. */
export async function loadLists(store: TextStore): Promise<ReadonlyMap<string, LinkList>> {
  const kept = await loadJson(store, KeptLists);
  return new Map(kept?.lists.map(({ of, ...list }) => [of, list]));
}

/** A full disk only costs the copy. */
export function saveLists(store: TextStore, lists: ReadonlyMap<string, LinkList>): void {
  const all = [...lists].map(([of, list]) => ({ of, ...list }));
  void store.save(JSON.stringify({ version: 1, lists: all })).catch(() => undefined);
}

export async function loadPicks(store: TextStore): Promise<readonly Pick[]> {
  return (await loadJson(store, KeptPicks))?.picks ?? [];
}

export function savePicks(store: TextStore, picks: readonly Pick[]): void {
  void store.save(JSON.stringify({ version: 1, picks })).catch(() => undefined);
}
