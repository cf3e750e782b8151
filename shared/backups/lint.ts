/** Every fault of a file of the format `coop-backups/1`, for whoever writes it; the app itself is more patient. Pure. */
import type * as v from 'valibot';
import { isRecord } from '../coop/problem.ts';
import { readFile } from './format.ts';
import type { ReadFile } from './format.ts';
import { CoopBackupsSchema } from './format-schema.ts';
import type { SourceProblem } from './reading.ts';

/** Whoever mends a file goes from one fault to the next; so many will do. */
const unknownLimit = 50;

/** As `readFile`, with the names that nobody reads: most often one that is misspelt. */
export function lintFile(
  text: string,
  nowUtcMs: number,
  expected: string,
): Readonly<{ file: ReadFile; unknown: readonly SourceProblem[] }> {
  const file = readFile(text, nowUtcMs);
  if (!file.ok) return { file, unknown: [] };
  const unknown = unknownKeys(CoopBackupsSchema, JSON.parse(text), '$').slice(0, unknownLimit);
  return { file, unknown: unknown.map((path) => ({ code: 'unexpected', path, expected })) };
}

type Schema = v.GenericSchema & {
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly options?: readonly unknown[];
};

function unknownKeys(schema: Schema, value: unknown, path: string): readonly string[] {
  if (schema.wrapped) return unknownKeys(schema.wrapped, value, path);
  const { item, entries, options } = schema;
  if (item && Array.isArray(value)) {
    return value.flatMap((one, at) => unknownKeys(item, one, `${path}[${at}]`));
  }
  if (options && isRecord(value)) {
    return options.flatMap((one) => (isObject(one) ? unknownKeys(one, value, path) : []));
  }
  if (!entries || !isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const known = Object.hasOwn(entries, key) ? entries[key] : undefined;
    const at = `${path}.${key.slice(0, 60)}`;
    return known ? unknownKeys(known, inner, at) : [at];
  });
}

function isObject(option: unknown): option is Schema {
  return isRecord(option) && 'entries' in option;
}
