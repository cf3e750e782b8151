/**
 * A small JSON file of the profile. It never overwrites what it has not read: a damaged file is copied first, and one
 * that is unreadable or from a later version is left alone. A failed write is retried.
 */
import * as v from 'valibot';
import { parseJson } from '../../shared/json.ts';
import type { FileFault, KeptFileName } from '../../shared/kept-files.ts';
import type { Clock } from './clock.ts';
import type { TextStore } from './files.ts';
import type { ProfileDisk } from './profile-disk.ts';
import { machineDisk, readWithRetries } from './profile-disk.ts';
import { createSerialQueue } from './serial-queue.ts';

/** What a feature declares about its file. */
export type FileForm = Readonly<{
  name: KeptFileName;
  limitBytes: number;
  /** A file with a higher version was written by a later release. */
  version: number;
  /** Strict schema: rejects a file of which any part is invalid, even one that the feature could skip. */
  whole: v.GenericSchema;
}>;

export type ProfileFile = TextStore &
  Readonly<{
    /** Deletes the file, under the same rules as `save`. */
    remove: () => Promise<void>;
    /** Retries a failed write; undefined if nothing is pending. Never rejects. */
    flush: () => Promise<void> | undefined;
    dispose: () => void;
  }>;

export type ProfileFileDeps = Readonly<{
  path: string;
  form: FileForm;
  clock: Pick<Clock, 'after'>;
  /** `path` is the file's or its copy's; undefined clears the fault. */
  note: (fault: FileFault, path: string | undefined) => void;
  disk?: ProfileDisk;
}>;

/** Thrown instead of overwriting a file that could not be read. */
export class LeftAloneError extends Error {}

const retryDelayMs = 30_000;

/** Whether the file may be written; it must be read first. */
type Access = 'unread' | 'writable' | 'left-alone';

export function createProfileFile(deps: ProfileFileDeps): ProfileFile {
  const { path, form, clock, note, disk = machineDisk } = deps;
  const queue = createSerialQueue();
  let access: Access = 'unread';
  let isBehind = false;
  /** The newest requested write: those requested during another write are merged into one. */
  let newest: () => Promise<void> = async () => undefined;
  let next: Promise<void> | undefined;
  let cancelRetry = () => {};

  const look = async (): Promise<string | undefined> => {
    try {
      const text = await readWithRetries({ disk, clock, path, limitBytes: form.limitBytes });
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
    // `look` has noted the fault and set `access`.
    if (access === 'unread') await look().catch(() => undefined);
    if (access === 'left-alone') throw new LeftAloneError(path);
    cancelRetry();
    try {
      await newest();
      setBehind(false);
    } catch (error) {
      setBehind(true);
      cancelRetry = clock.after(retryDelayMs, retry);
      throw error;
    }
  };

  const enqueue = (write: () => Promise<void>): Promise<void> => {
    newest = write;
    next ??= queue.run(() => {
      next = undefined;
      return put();
    });
    return next;
  };
  const retry = () => void enqueue(newest).catch(() => undefined);

  return {
    load: () => queue.run(look),
    save: (text) => enqueue(() => disk.write(path, text)),
    remove: () => enqueue(() => disk.remove(path)),
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
