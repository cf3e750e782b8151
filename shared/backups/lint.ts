/** Every fault of a file of the format `coop-backups/1`, for whoever writes it; the app itself is more patient. Pure. */
import { unknownKeys } from '../coop/keys.ts';
import { firstOf } from '../lists/first.ts';
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
  const unknown = firstOf(unknownKeys(CoopBackupsSchema, JSON.parse(text)), unknownLimit);
  return { file, unknown: unknown.map(({ path }) => ({ code: 'unexpected', path, expected })) };
}
