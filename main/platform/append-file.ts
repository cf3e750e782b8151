/** An append-only file: each addition costs one small write, and a crash loses at most the last one. */
import {
  appendFileSync,
  closeSync,
  createReadStream,
  fstatSync,
  openSync,
  readSync,
} from 'node:fs';
import { appendFile, mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { unlessMissing } from './files.ts';

export type AppendFile = Readonly<{
  /**
   * Takes whole lines. If an earlier write was cut off, its partial line is ended first, so that it cannot swallow
   * these.
   */
  append: (text: string) => Promise<void>;
  /** Synchronous, for shutdown. */
  appendNow: (text: string) => void;
  /** 0 if the file does not exist. */
  sizeBytes: () => Promise<number>;
  /** Streams the file, whatever its size. A line longer than `longestLine` is split. */
  lines: () => AsyncIterable<string>;
  /** Saves a line that cannot be parsed to `PATH.unread`. */
  putAside: (line: string) => Promise<void>;
  remove: () => Promise<void>;
}>;

/** Far more than the longest line that the app writes, in characters. */
const longestLine = 16 * 1024 * 1024;

/** Creates files with mode 0600. All methods throw the file system's own errors. */
export function createAppendFile(path: string): AppendFile {
  const options = { mode: 0o600 };
  /** After a failed write, or one by an earlier run, part of it may be on the disk. */
  let mayBeTorn = true;
  return {
    append: async (text) => {
      await mkdir(dirname(path), { recursive: true });
      const start = mayBeTorn && (await isTorn(path)) ? '\n' : '';
      mayBeTorn = true;
      await appendFile(path, start + text, options);
      mayBeTorn = false;
    },
    appendNow: (text) => {
      appendFileSync(path, (mayBeTorn && isTornNow(path) ? '\n' : '') + text, options);
    },
    sizeBytes: async () => {
      const found = await unlessMissing(stat(path));
      return found?.size ?? 0;
    },
    lines: () => linesOf(path),
    putAside: (line) => appendFile(`${path}.unread`, `${line}\n`, options),
    remove: () => rm(path, { force: true }),
  };
}

async function* linesOf(path: string): AsyncIterable<string> {
  let rest = '';
  for await (const piece of createReadStream(path, 'utf8')) {
    // Splits only the new chunk: scanning the rest again would be quadratic for a file without line ends.
    const [first = '', ...others] = String(piece).split('\n');
    rest += first;
    for (const next of others) {
      yield rest;
      rest = next;
    }
    if (rest.length <= longestLine) continue;
    yield rest;
    rest = '';
  }
  if (rest !== '') yield rest;
}

const newline = '\n'.charCodeAt(0);

async function isTorn(path: string): Promise<boolean> {
  const file = await unlessMissing(open(path, 'r'));
  try {
    const size = (await file?.stat())?.size ?? 0;
    if (!file || size === 0) return false;
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer[0] !== newline;
  } finally {
    await file?.close();
  }
}

/** True if it cannot be checked: an extra empty line is harmless. */
function isTornNow(path: string): boolean {
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      const last = Buffer.alloc(1);
      return size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last[0] !== newline;
    } finally {
      closeSync(file);
    }
  } catch {
    return true;
  }
}
