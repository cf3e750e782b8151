/** A file that only grows, until it is thrown away: what is added costs one small write, and a crash at most the end. */
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
  /** Whole lines. A torn end of before is ended first: it must not swallow what comes now. */
  append: (text: string) => Promise<void>;
  /** For the end of the app, which waits for nothing. */
  appendNow: (text: string) => void;
  /** 0 for a file that is not there. */
  sizeBytes: () => Promise<number>;
  /** A file of any size, a piece of it at a time. A line that is longer than any of ours comes in parts. */
  lines: () => AsyncIterable<string>;
  /** Keeps a line that nobody can read, in a file beside. */
  putAside: (line: string) => Promise<void>;
  remove: () => Promise<void>;
}>;

/** Far more than a line of ours comes to, in characters. */
const longestLine = 16 * 1024 * 1024;

/** Readable by the member alone. All throw the file system's own errors. */
export function createAppendFile(path: string): AppendFile {
  const options = { mode: 0o600 };
  /** Who was told that a write failed does not know how much of it came through. */
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
    putAside: (line) =>
      appendFile(
        `${path}.unread`,
        `${line}
`,
        options,
      ),
    remove: () => rm(path, { force: true }),
  };
}

async function* linesOf(path: string): AsyncIterable<string> {
  let rest = '';
  for await (const piece of createReadStream(path, 'utf8')) {
    // What is left of before is not looked through again: of a file without lines it is millions of letters.
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

/** What cannot be looked at may be torn, and an empty line too many costs nothing. */
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
