/** The app's small files, written so that a crash or a full disk leaves either the old or the new one intact. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decodeText } from './text.ts';

/** Thrown when a file exceeds the reader's limit. */
export class TooLargeError extends Error {}

/** Storage for one small text. */
export type TextStore = Readonly<{
  /** Undefined if there is none; rejects if it cannot be read or is too large. */
  load: () => Promise<string | undefined>;
  /** Atomic. */
  save: (text: string) => Promise<void>;
}>;

export function fileStore(path: string, limitBytes: number): TextStore {
  return { load: () => readTextIfThere(path, limitBytes), save: (text) => writeText(path, text) };
}

/**
 * Reads a text of at most `limitBytes`, detecting its encoding. Throws TooLargeError, or the file system's own error.
 */
export async function readText(path: string, limitBytes: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(limitBytes + 1);
    let size = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, size, buffer.length - size);
      size += bytesRead;
      if (size > limitBytes) throw new TooLargeError(path);
      if (bytesRead === 0) return decodeText(buffer.subarray(0, size)).text;
    }
  } finally {
    await file.close();
  }
}

/** Like `readText`, but undefined if the file does not exist. */
export async function readTextIfThere(
  path: string,
  limitBytes: number,
): Promise<string | undefined> {
  return unlessMissing(readText(path, limitBytes));
}

/** Undefined instead of ENOENT. */
export async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Writes to a temporary file (mode 0600) and renames it. An AsyncIterable is streamed, never held as a whole; bytes are
 * written unchanged.
 */
export async function writeText(
  path: string,
  text: string | Uint8Array | AsyncIterable<string>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** What `writeText` adds to the name of a file for its draft. */
const draftSuffix = /^\.[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Removes the drafts of these files, which a run has left that was killed while it wrote; nobody may be writing them now. A
 * draft may hold what the member has deleted since. Never rejects.
 */
export async function removeDrafts(folder: string, files: readonly string[]): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  const isDraft = (name: string) =>
    files.some((file) => name.startsWith(file) && draftSuffix.test(name.slice(file.length)));
  const drafts = names.filter(isDraft).map((name) => join(folder, name));
  await Promise.allSettled(drafts.map((draft) => rm(draft, { force: true })));
}

/** Makes renames in a folder survive a power cut. Windows cannot open folders and does not need it. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
