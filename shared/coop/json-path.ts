/**
 * JSONPath (RFC 9535) without its two functions that run a regular expression: one of those can take for ever. All
 * else is counted: a path is a program, and whoever writes one does not know the data that it will meet.
 */
import type { JSONPathQuery } from 'json-p3';
import { JSONPathEnvironment } from 'json-p3';
import type { Counted } from './counted.ts';
import { LooksSpentError, counted } from './counted.ts';

/** Looks at the data that a path may take: some 20 ms, and many times what a page of a service's state needs. */
const lookLimit = 30_000;
/** The longest path, in characters. */
export const pathLimit = 500;
/** Parts of a path: each is tried on all that the one before it found, also where there is nothing to look at. */
const partLimit = 40;
const part = /[.[,?]|&&|\|\|/g;

export type Selected =
  | Readonly<{ ok: true; values: readonly unknown[] }>
  /** `no-path`: it is none, or the data are too deep for it. `too-much`: to go on would take too long. */
  | Readonly<{ ok: false; why: 'no-path' | 'too-much' }>;

let environment: JSONPathEnvironment | undefined;

/** Throws what the library throws for a text that is no path. */
function compile(path: string): JSONPathQuery {
  if (!environment) {
    environment = new JSONPathEnvironment();
    environment.functionRegister.delete('match');
    environment.functionRegister.delete('search');
  }
  return environment.compile(path);
}

/** Whether it is a path, and one of a length that anybody needs. */
export function isJsonPath(path: string): boolean {
  if (path.length > pathLimit || (path.match(part)?.length ?? 0) > partLimit) return false;
  try {
    compile(path);
    return true;
  } catch {
    return false;
  }
}

/** The values at `path`, in a time that depends on neither the path nor the data. */
export function selectValues(path: string, json: unknown): Selected {
  return selectorOf(json)(path);
}

/** The same for several paths of the same data: the time is that of all of them together. */
export function selectorOf(json: unknown): (path: string) => Selected {
  const data = counted(json, lookLimit);
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
    // One value may be found as often as a path names it.
    return { ok: true, values: [...new Set(found)].map(plain) };
  } catch (error) {
    return { ok: false, why: error instanceof LooksSpentError ? 'too-much' : 'no-path' };
  }
}
