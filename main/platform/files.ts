/** Small files of the app's own, written so that a crash or a full disk leaves either the old or the new one whole. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { decodeText } from './text.ts';

/** Thrown when a file is larger than its reader allows. */
export class TooLargeError extends Error {}

/** One small text that is kept. */
export type TextStore = Readonly<{
  /** Undefined when there is none; rejects when it cannot be read or is larger than allowed. */
  load: () => Promise<string | undefined>;
  /** Whole or not at all. */
  save: (text: string) => Promise<void>;
}>;

export function fileStore(path: string, limitBytes: number): TextStore {
  return { load: () => readTextIfThere(path, limitBytes), save: (text) => writeText(path, text) };
}

/** Reads a text of at most `limitBytes`, in whatever encoding its first bytes tell. Throws TooLargeError, or the file system's own error. */
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

/** As `readText`, but undefined for a file that is not there. */
export async function readTextIfThere(
  path: string,
  limitBytes: number,
): Promise<string | undefined> {
  return unlessMissing(readText(path, limitBytes));
}

/** Undefined for work on a file that is not there. */
export async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Writes through a temporary file beside the real one, readable by the member alone. Text that comes in pieces is never
 * held as a whole; bytes are written as they are.
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

/**
 * Makes sure that a file written before is still found after the power went: a rename lives in its folder. Windows
 * opens no folders and needs none of it.
 */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
