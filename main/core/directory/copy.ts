/** The last good copy of the document, as stored in the profile. */
import { setImmediate as breathe } from 'node:timers/promises';
import * as v from 'valibot';
import { documentLimitBytes } from '../../../shared/coop/document.ts';
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import { parseInSteps } from '../../../shared/coop/parse.ts';
import { parseJson } from '../../../shared/json.ts';
import type { Awaited } from '../../../shared/snapshot.ts';
import { UtcMs } from '../../../shared/time/utc-ms.ts';
import type { FileForm } from '../../platform/profile-file.ts';

/** Escaping makes the document larger inside the copy. */
export const copyLimitBytes = 3 * documentLimitBytes;
/** File name in the profile. */
export const copyName = 'coop.json';

const CopySchema = v.object({ source: v.string(), readAtUtcMs: UtcMs, text: v.string() });
type Copy = Readonly<v.InferOutput<typeof CopySchema>>;

type ReadCopy =
  | Readonly<{ ok: true; document: CoopDocument } & Copy>
  | Readonly<{ ok: false; awaited: Awaited }>;

export const copyForm: FileForm = {
  name: 'coop',
  limitBytes: copyLimitBytes,
  version: 1,
  whole: CopySchema,
};

export function formatCopy(copy: Copy): string {
  return JSON.stringify({ version: 1, ...copy });
}

/**
 * Undefined only if not even the source can be found. A co-op whose document this version rejects, or whose copy is
 * damaged, is still the member's, and its source may have a better document.
 */
export async function parseCopy(text: string, language: string): Promise<ReadCopy | undefined> {
  const copy = v.safeParse(CopySchema, parseJson(text));
  if (!copy.success) {
    const source = sourceIn(text);
    return source === undefined
      ? undefined
      : { ok: false, awaited: { source, error: { code: 'copy-damaged' } } };
  }
  const parsed = await parseInSteps(copy.output.text, language, breathe);
  if (parsed.ok) return { ok: true, ...copy.output, document: parsed.document };
  return { ok: false, awaited: { source: copy.output.source, error: parsed.error } };
}

/** The source comes before the text, whose quotes are escaped, so even a truncated copy contains it. */
function sourceIn(text: string): string | undefined {
  const [, quoted] = /"source":("(?:[^"\\]|\\.){1,2048}")/.exec(text) ?? [];
  const source = quoted === undefined ? undefined : parseJson(quoted);
  return typeof source === 'string' ? source : undefined;
}
