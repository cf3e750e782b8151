/**
 * One small JSON file of the profile, under the rule that nothing unread is ever written over: a damaged file is kept
 * beside, one of a later version or that cannot be read is left alone, and what finds no room is tried again.
 */
import { copyFile, constants, link, rm, stat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import * as v from 'valibot';
import { parseJson } from '../../shared/json.ts';
import type { FileFault, KeptFileName } from '../../shared/kept-files.ts';
import type { Clock } from './clock.ts';
import type { TextStore } from './files.ts';
import { TooLargeError, readTextIfThere, writeText } from './files.ts';

/** What a feature says of its file. */
export type FileForm = Readonly<{
  name: KeptFileName;
  limitBytes: number;
  /** A file that says more was written by a later version. */
  version: number;
  /** Refuses a file of which anything cannot be read, also what costs no other. */
  whole: v.GenericSchema;
}>;

export type KeptFile = TextStore &
  Readonly<{
    /** As `save`, of nothing. */
    remove: () => Promise<void>;
    /** Tries once more what is not on the disk; undefined where all of it is. Never rejects. */
    flush: () => Promise<void> | undefined;
    dispose: () => void;
  }>;

export type KeptFileParts = Readonly<{
  path: string;
  form: FileForm;
  clock: Pick<Clock, 'after'>;
  /** `path` tells where the file lies, or was set aside; undefined takes the fault back. */
  note: (fault: FileFault, path: string | undefined) => void;
  disk?: Disk;
}>;

/** What lies under it; tests have one that fails. */
export type Disk = Readonly<{
  read: (path: string, limitBytes: number) => Promise<string | undefined>;
  write: (path: string, text: string) => Promise<void>;
  remove: (path: string) => Promise<void>;
  keepBeside: (path: string) => Promise<string>;
}>;

/** Thrown for what is not written because it would cost what could not be read. */
export class LeftAloneError extends Error {}

const againMs = 30_000;
/** A machine that is short of something for a moment is asked so often, with this long in between, in ms. */
const readTries = 3;
const readAgainMs = 200;

export function createKeptFile(parts: KeptFileParts): KeptFile {
  const { path, form, clock, note, disk = ownDisk } = parts;
  let isLookedAt = false;
  let isLeftAlone = false;
  let isBehind = false;
  let write: () => Promise<void> = async () => undefined;
  /** What was asked for while another write was under way goes to the disk as one. */
  let next: Promise<void> | undefined;
  let last: Promise<void> = Promise.resolve();
  let unsettled = 0;
  let cancel: () => void = () => undefined;

  const leaveAlone = (fault: FileFault) => {
    isLeftAlone = true;
    note(fault, path);
  };

  const read = async (triesLeft: number): Promise<string | undefined> => {
    try {
      return await disk.read(path, form.limitBytes);
    } catch (error) {
      // None of ours is as large: nothing of it can be read, but all of it is kept.
      if (error instanceof TooLargeError) return '';
      if (triesLeft <= 1 || !isPassing(error)) throw error;
      await new Promise<void>((resolve) => clock.after(readAgainMs, resolve));
      return read(triesLeft - 1);
    }
  };

  const look = async (): Promise<string | undefined> => {
    isLookedAt = true;
    isLeftAlone = false;
    try {
      const text = await read(readTries);
      const json = parseJson(text ?? '');
      if (versionOf(json) > form.version) leaveAlone('newer');
      else if (text !== undefined && !v.is(form.whole, json))
        note('set-aside', await disk.keepBeside(path));
      return text;
    } catch (error) {
      leaveAlone('unreadable');
      throw error;
    }
  };

  const put = async () => {
    // Whatever it is: that it cannot be read is noted, and then nothing is written.
    if (!isLookedAt) await look().catch(() => undefined);
    if (isLeftAlone) throw new LeftAloneError(path);
    cancel();
    try {
      await write();
      setBehind(false);
    } catch (error) {
      setBehind(true);
      cancel = clock.after(againMs, () => void ask(write).catch(() => undefined));
      throw error;
    }
  };

  const setBehind = (now: boolean) => {
    if (now !== isBehind) note('unwritable', now ? path : undefined);
    isBehind = now;
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    unsettled += 1;
    const done = last.then(work).finally(() => (unsettled -= 1));
    last = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  };

  const ask = (wanted: () => Promise<void>): Promise<void> => {
    write = wanted;
    next ??= inTurn(() => {
      next = undefined;
      return put();
    });
    return next;
  };

  return {
    load: () => inTurn(look),
    save: (text) => ask(() => disk.write(path, text)),
    remove: () => ask(() => disk.remove(path)),
    flush: () => {
      if (isBehind) void ask(write).catch(() => undefined);
      return unsettled > 0 ? last : undefined;
    },
    dispose: () => cancel(),
  };
}

const ownDisk: Disk = {
  read: readTextIfThere,
  write: writeText,
  remove: (path) => rm(path, { force: true }),
  keepBeside,
};

function isPassing(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['EMFILE', 'ENFILE', 'EAGAIN', 'EBUSY', 'EIO'].includes(code);
}

function versionOf(json: unknown): number {
  const parsed = v.safeParse(v.object({ version: v.number() }), json);
  return parsed.success ? parsed.output.version : 0;
}

/**
 * A second name for the same bytes, which costs no room on a full disk; what is written later gets a file of its own.
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
