/**
 * One small JSON file of the profile. It never overwrites what it has not read: of a damaged file a copy is kept beside
 * it, one of a later version or that cannot be read is left alone. A write that fails is tried again.
 */
import * as v from 'valibot';
import { parseJson } from '../../shared/json.ts';
import type { FileFault, KeptFileName } from '../../shared/kept-files.ts';
import type { Clock } from './clock.ts';
import type { TextStore } from './files.ts';
import type { ProfileDisk } from './profile-disk.ts';
import { machineDisk, readPatiently } from './profile-disk.ts';
import { createSerialQueue } from './serial-queue.ts';

/** What a feature declares about its file. */
export type FileForm = Readonly<{
  name: KeptFileName;
  limitBytes: number;
  /** A file with a higher number was written by a later version of the app. */
  version: number;
  /** Refuses a file of which any part cannot be read, even one that could be skipped. */
  whole: v.GenericSchema;
}>;

export type ProfileFile = TextStore &
  Readonly<{
    /** As `save`, of nothing. */
    remove: () => Promise<void>;
    /** Tries once more to write what the disk has not taken; undefined if there is nothing to wait for. Never rejects. */
    flush: () => Promise<void> | undefined;
    dispose: () => void;
  }>;

export type ProfileFileDeps = Readonly<{
  path: string;
  form: FileForm;
  clock: Pick<Clock, 'after'>;
  /** `path` is that of the file, or of its copy; undefined takes the fault back. */
  note: (fault: FileFault, path: string | undefined) => void;
  disk?: ProfileDisk;
}>;

/** Thrown for what is not written because that would destroy what could not be read. */
export class LeftAloneError extends Error {}

const retryDelayMs = 30_000;

/** Whether the file may be written; it has to be read first. */
type Access = 'unread' | 'writable' | 'left-alone';

export function createProfileFile(deps: ProfileFileDeps): ProfileFile {
  const { path, form, clock, note, disk = machineDisk } = deps;
  const queue = createSerialQueue();
  let access: Access = 'unread';
  let isBehind = false;
  /** The newest of what was asked for: while another write is under way, they all go to the disk as one. */
  let wanted: () => Promise<void> = async () => undefined;
  let next: Promise<void> | undefined;
  let cancelRetry = () => {};

  const look = async (): Promise<string | undefined> => {
    try {
      const text = await readPatiently({ disk, clock, path, limitBytes: form.limitBytes });
      const found = text === undefined ? 'whole' : judge(text, form);
      access = found === 'newer' ? 'left-alone' : 'writable';
      if (found === 'newer') note('newer', path);
      if (found === 'damaged') note('set-aside', await disk.keepBeside(path));
      return text;
    } catch (error) {
      access = 'left-alone';
      note('unreadable', path);
      throw error;
    }
  };

  const setBehind = (now: boolean) => {
    if (now !== isBehind) note('unwritable', now ? path : undefined);
    isBehind = now;
  };

  const put = async () => {
    // A fault has been noted, and then nothing is written.
    if (access === 'unread') await look().catch(() => undefined);
    if (access === 'left-alone') throw new LeftAloneError(path);
    cancelRetry();
    try {
      await wanted();
      setBehind(false);
    } catch (error) {
      setBehind(true);
      cancelRetry = clock.after(retryDelayMs, retry);
      throw error;
    }
  };

  const ask = (write: () => Promise<void>): Promise<void> => {
    wanted = write;
    next ??= queue.run(() => {
      next = undefined;
      return put();
    });
    return next;
  };
  const retry = () => void ask(wanted).catch(() => undefined);

  return {
    load: () => queue.run(look),
    save: (text) => ask(() => disk.write(path, text)),
    remove: () => ask(() => disk.remove(path)),
    flush: () => {
      if (isBehind) retry();
      return queue.isIdle() ? undefined : queue.settled();
    },
    dispose: () => cancelRetry(),
  };
}

function judge(text: string, form: FileForm): 'whole' | 'newer' | 'damaged' {
  const json = parseJson(text);
  if (versionOf(json) > form.version) return 'newer';
  return v.is(form.whole, json) ? 'whole' : 'damaged';
}

function versionOf(json: unknown): number {
  const parsed = v.safeParse(v.object({ version: v.number() }), json);
  return parsed.success ? parsed.output.version : 0;
}
