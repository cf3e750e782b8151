/** Reads a source of links, in steps. Pure. */
import type { LinkFormat } from '../coop/link-sources.ts';
import type { Steps } from '../steps.ts';
import type { Resolved } from './aliases.ts';
import { resolving } from './aliases.ts';
import { readingCsv } from './csv.ts';
import { readingJson } from './json.ts';
import type { Unreadable } from './shortlink.ts';

export type ReadLinks =
  | (Readonly<{ ok: true }> & Resolved)
  | Readonly<{ ok: false; code: Unreadable }>;

export function* readingLinks(
  text: string,
  { format, base }: Readonly<{ format: LinkFormat; base?: string | undefined }>,
): Steps<ReadLinks> {
  const read = yield* format === 'csv' ? readingCsv(text) : readingJson(text);
  return read.ok ? { ok: true, ...(yield* resolving(read, base)) } : read;
}
