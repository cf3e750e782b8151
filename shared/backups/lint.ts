/** Reports all faults of a `coop-backups/1` file; the app itself is more lenient. Pure. */
import { unknownKeys } from '../coop/keys.ts';
import { firstOf } from '../lists/first.ts';
import { readFile } from './format.ts';
import type { ReadFile } from './format.ts';
import { CoopBackupsSchema } from './format-schema.ts';
import type { SourceProblem } from './reading.ts';

/** People fix a file one problem at a time. */
const unknownLimit = 50;

/** Like `readFile`, plus unknown keys, which are usually typos. */
export function lintFile(
  text: string,
  nowUtcMs: number,
  expected: string,
): Readonly<{ file: ReadFile; unknown: readonly SourceProblem[] }> {
  const file = readFile(text, nowUtcMs);
  if (!file.ok) return { file, unknown: [] };
  const unknown = firstOf(unknownKeys(CoopBackupsSchema, JSON.parse(text)), unknownLimit);
  return { file, unknown: unknown.map(({ path }) => ({ code: 'unexpected', path, expected })) };
}
