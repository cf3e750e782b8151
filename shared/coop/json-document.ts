/** Parses the JSON of a hand-written document; a syntax error comes with its place and a fix. Pure. */
import { withoutBom } from '../json.ts';
import { quote } from '../text/quote.ts';
import type { Problem } from './problem.ts';
import { jsonFaultIn, placeOf } from './json-text.ts';
import { remedy } from './remedy.ts';

export type ReadJson =
  | Readonly<{ ok: true; json: unknown }>
  | Readonly<{ ok: false; problem: Problem }>;

/** Never throws. */
export function readJson(text: string): ReadJson {
  const plain = withoutBom(text);
  try {
    return { ok: true, json: JSON.parse(plain) as unknown };
  } catch {
    // The fallback applies only if JSON.parse and our parser should ever disagree.
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
