/** A file that only grows, until it is thrown away: what is added costs one small write, and a crash at most the end. */
import { appendFileSync } from 'node:fs';
import { appendFile, mkdir, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readText } from './files.ts';

export type AppendFile = Readonly<{
  append: (text: string) => Promise<void>;
  /** For the end of the app, which waits for nothing. */
  appendNow: (text: string) => void;
  sizeBytes: () => Promise<number>;
  /** Throws TooLargeError. */
  read: (limitBytes: number) => Promise<string>;
  remove: () => Promise<void>;
}>;

/** Readable by the member alone. All but `sizeBytes` throw the file system's own errors. */
export function createAppendFile(path: string): AppendFile {
  const options = { mode: 0o600 };
  return {
    append: async (text) => {
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, text, options);
    },
    appendNow: (text) => appendFileSync(path, text, options),
    sizeBytes: () =>
      stat(path).then(
        (found) => found.size,
        () => 0,
      ),
    read: (limitBytes) => readText(path, limitBytes),
    remove: () => rm(path, { force: true }),
  };
}
