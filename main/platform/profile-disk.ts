/** The disk under the files of the profile. */
import { copyFile, constants, link, rm, stat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import type { Clock } from './clock.ts';
import { TooLargeError, readTextIfThere, writeText } from './files.ts';

/** Tests have one that fails. */
export type ProfileDisk = Readonly<{
  read: (path: string, limitBytes: number) => Promise<string | undefined>;
  write: (path: string, text: string) => Promise<void>;
  remove: (path: string) => Promise<void>;
  /** Keeps a copy, and returns its path. */
  keepBeside: (path: string) => Promise<string>;
}>;

export const machineDisk: ProfileDisk = {
  read: readTextIfThere,
  write: writeText,
  remove: (path) => rm(path, { force: true }),
  keepBeside,
};

/** A machine that is short of something for a moment is asked so often, with this long in between, in ms. */
const readTries = 3;
const readRetryDelayMs = 200;

export type ReadRequest = Readonly<{
  disk: ProfileDisk;
  clock: Pick<Clock, 'after'>;
  path: string;
  limitBytes: number;
}>;

/** Undefined without a file. */
export async function readPatiently(
  request: ReadRequest,
  triesLeft = readTries,
): Promise<string | undefined> {
  const { disk, clock, path, limitBytes } = request;
  try {
    return await disk.read(path, limitBytes);
  } catch (error) {
    // None of ours is as large: it counts as damaged.
    if (error instanceof TooLargeError) return '';
    if (triesLeft <= 1 || !isPassing(error)) throw error;
    await new Promise<void>((resolve) => clock.after(readRetryDelayMs, resolve));
    return readPatiently(request, triesLeft - 1);
  }
}

function isPassing(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['EMFILE', 'ENFILE', 'EAGAIN', 'EBUSY', 'EIO'].includes(code);
}

/**
 * A second name for the same bytes, which takes no space on a full disk; what is written later gets a file of its own.
 * Named after when it was written, so that many starts with one damaged file keep it once.
 */
async function keepBeside(path: string): Promise<string> {
  const { mtime } = await stat(path);
  const at = mtime.toISOString().slice(0, 19).replaceAll(':', '-');
  const { name, ext } = parse(path);
  const aside = join(dirname(path), `${name}.damaged-${at}Z${ext}`);
  try {
    await link(path, aside).catch(() => copyFile(path, aside, constants.COPYFILE_EXCL));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return aside;
}
