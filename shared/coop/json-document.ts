/** The JSON of a document that people write by hand: what cannot be read says where, and how to mend it. Pure. */
import { quote } from '../text/quote.ts';
import type { Problem } from './problem.ts';
import { jsonFaultIn, placeOf } from './json-text.ts';
import { remedy } from './remedy.ts';

export type ReadJson =
  | Readonly<{ ok: true; json: unknown }>
  | Readonly<{ ok: false; problem: Problem }>;

/** An editor's mark of its encoding; it belongs to the file, not to the JSON. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Never throws, whatever the text. */
export function readJson(text: string): ReadJson {
  const plain = withoutMark(text);
  try {
    return { ok: true, json: JSON.parse(plain) as unknown };
  } catch {
    // Both read the same language; the end of the text stands in should they ever differ.
    const { code, offset, got } = jsonFaultIn(plain) ?? {
      code: 'json-sign' as const,
      offset: plain.length,
      got: '',
    };
    return {
      ok: false,
      problem: { path: '$', ...remedy(code, { ...placeOf(plain, offset), got: quote(got) }) },
    };
  }
}
