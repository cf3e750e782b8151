/** Disk access for profile files. */
import { copyFile, constants, link, lstat, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import type { Clock } from './clock.ts';
import { TooLargeError, readTextIfThere, unlessMissing, writeText } from './files.ts';

/** Injected, so that tests can make it fail. */
export type ProfileDisk = Readonly<{
  read: (path: string, limitBytes: number) => Promise<string | undefined>;
  write: (path: string, text: string) => Promise<void>;
  remove: (path: string) => Promise<void>;
  /** Copies the file and returns the copy's path. */
  keepBeside: (path: string) => Promise<string>;
}>;

export const machineDisk: ProfileDisk = {
  read: readThrough,
  write: async (path, text) => writeText(await behindLinks(path), text),
  remove: removeThrough,
  keepBeside,
};

/**
 * The file that a link leads to: members keep settings among their dotfiles, and a file put in the link's place would be
 * lost to them. Throws ENOENT for a link that leads nowhere: what it leads to may be on a disk that comes later.
 */
async function behindLinks(path: string): Promise<string> {
  const isThere = await unlessMissing(lstat(path));
  return isThere ? realpath(path) : path;
}

/** With what it leads to, which holds what the member has deleted; nothing could be written behind a link to nowhere. */
async function removeThrough(path: string): Promise<void> {
  const file = await unlessMissing(realpath(path));
  if (file !== undefined) await rm(file, { force: true });
  await rm(path, { force: true });
}

/** Undefined if there is nothing, not even a link. */
async function readThrough(path: string, limitBytes: number): Promise<string | undefined> {
  const text = await readTextIfThere(path, limitBytes);
  if (text === undefined) await behindLinks(path);
  return text;
}

/** Attempts while the machine is temporarily out of a resource, and the delay between them in ms. */
const readTries = 3;
const readRetryDelayMs = 200;

export type ReadRequest = Readonly<{
  disk: ProfileDisk;
  clock: Pick<Clock, 'after'>;
  path: string;
  limitBytes: number;
}>;

/** Undefined if the file does not exist. */
export async function readWithRetries(
  request: ReadRequest,
  triesLeft = readTries,
): Promise<string | undefined> {
  const { disk, clock, path, limitBytes } = request;
  try {
    return await disk.read(path, limitBytes);
  } catch (error) {
    // The app writes no file this large, so it counts as damaged.
    if (error instanceof TooLargeError) return '';
    if (triesLeft <= 1 || !isTransient(error)) throw error;
    await new Promise<void>((resolve) => clock.after(readRetryDelayMs, resolve));
    return readWithRetries(request, triesLeft - 1);
  }
}

function isTransient(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['EMFILE', 'ENFILE', 'EAGAIN', 'EBUSY', 'EIO'].includes(code);
}

/**
 * A hard link takes no space on a full disk; later writes replace the file, so the link keeps the old bytes. Named
 * after the file's mtime, so that repeated starts with one damaged file keep one copy.
 */
async function keepBeside(path: string): Promise<string> {
  const { mtime } = await stat(path);
  const at = mtime.toISOString().slice(0, 19).replaceAll(':', '-');
  const { name, ext } = parse(path);
  const aside = join(dirname(path), `${name}.damaged-${at}Z${ext}`);
  const file = await realpath(path);
  try {
    await link(file, aside).catch(() => copyFile(file, aside, constants.COPYFILE_EXCL));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return aside;
}
