/** The last good copy of each template, for when its server cannot be reached. */
import * as v from 'valibot';
import { readableArray } from '../../../shared/lists/readable.ts';
import type { TemplateMemory } from '../../../shared/meetings/template.ts';
import { templateLimitBytes } from '../../../shared/meetings/template.ts';
import { UtcMs } from '../../../shared/time/utc-ms.ts';
import type { TextStore } from '../../platform/files.ts';
import { loadJson } from '../../platform/load-json.ts';
import type { FileForm } from '../../platform/profile-file.ts';

const CopySchema = v.object({
  url: v.string(),
  atUtcMs: UtcMs,
  etag: v.optional(v.string()),
  text: v.pipe(v.string(), v.maxLength(templateLimitBytes)),
});

export const templatesForm: FileForm = {
  name: 'templates',
  limitBytes: 32 * 1024 * 1024,
  version: 1,
  whole: v.object({ version: v.literal(1), copies: v.array(CopySchema) }),
};
export type TemplateCopy = NonNullable<TemplateMemory['copy']>;

const KeptCopies = v.object({ copies: readableArray(CopySchema) });

/** By the address of the template. */
export async function loadCopies(store: TextStore): Promise<ReadonlyMap<string, TemplateCopy>> {
  const kept = await loadJson(store, KeptCopies);
  return new Map(kept?.copies.map(({ url, ...copy }) => [url, copy]));
}

/** A full disk only costs the copies. */
export function saveCopies(store: TextStore, copies: ReadonlyMap<string, TemplateCopy>): void {
  const all = [...copies].map(([url, copy]) => ({ url, ...copy }));
  void store.save(JSON.stringify({ version: 1, copies: all })).catch(() => undefined);
}
