/**
 * JSONPath (RFC 9535) without its two regular-expression functions, which can take exponential time. Everything else is
 * metered, because a path from a document is untrusted code that runs on unknown data.
 */
import type { JSONPathQuery } from 'json-p3';
import { JSONPathEnvironment } from 'json-p3';
import type { Counted } from './counted.ts';
import { ReadLimitError, counted } from './counted.ts';

/** Maximum reads per document: about 20 ms, and far more than a status page needs. */
const readLimit = 30_000;
/** In characters. */
export const pathLimit = 500;
/**
 * Maximum segments and operators in a path: each is evaluated on all results of the previous one, even without any
 * data.
 */
const partLimit = 40;
const part = /[.[,?]|&&|\|\|/g;

export type Selected =
  | Readonly<{ ok: true; values: readonly unknown[] }>
  /** `no-path`: invalid, or the data are nested too deeply. `too-much`: exceeds the read limit. */
  | Readonly<{ ok: false; why: 'no-path' | 'too-much' }>;

let environment: JSONPathEnvironment | undefined;

/** Throws json-p3's error for an invalid path. */
function compile(path: string): JSONPathQuery {
  if (!environment) {
    environment = new JSONPathEnvironment();
    environment.functionRegister.delete('match');
    environment.functionRegister.delete('search');
  }
  return environment.compile(path);
}

/** Whether it is a valid path within our limits. */
export function isJsonPath(path: string): boolean {
  if (path.length > pathLimit || (path.match(part)?.length ?? 0) > partLimit) return false;
  try {
    compile(path);
    return true;
  } catch {
    return false;
  }
}

/** The values at `path`, in bounded time. */
export function selectValues(path: string, json: unknown): Selected {
  return selectorOf(json)(path);
}

/** The same for several paths on the same data, with one read limit for all of them. */
export function selectorOf(json: unknown): (path: string) => Selected {
  const data = counted(json, readLimit);
  const known = new Map<string, Selected>();
  return (path) => {
    const selected = known.get(path) ?? selectedIn(data, path);
    known.set(path, selected);
    return selected;
  };
}

function selectedIn({ data, plain }: Counted, path: string): Selected {
  if (!isJsonPath(path)) return { ok: false, why: 'no-path' };
  try {
    const found = compile(path)
      .query(data as never)
      .values();
    // A path may select a value more than once.
    return { ok: true, values: [...new Set(found)].map(plain) };
  } catch (error) {
    return { ok: false, why: error instanceof ReadLimitError ? 'too-much' : 'no-path' };
  }
}
