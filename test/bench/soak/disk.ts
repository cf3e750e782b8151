/** A disk that fills up, is unreadable for a while, and loses writes interrupted by a kill. */
import * as v from 'valibot';
import type { OutboxStore } from '../../../main/features/feedback/outbox-store.ts';
import type { AppendFile } from '../../../main/platform/append-file.ts';
import type { Clock } from '../../../main/platform/clock.ts';
import type { FileForm, ProfileFile } from '../../../main/platform/profile-file.ts';
import { createProfileFile } from '../../../main/platform/profile-file.ts';
import { ItemSchema } from '../../../shared/feedback/outbox.ts';
import type { Dice } from './dice.ts';

export type Disk = Readonly<{
  files: Map<string, string>;
  isFull: () => boolean;
  isReadable: () => boolean;
  setFull: (full: boolean) => void;
  setReadable: (readable: boolean) => void;
}>;

/** The disk as one run of the app sees it. */
export type Hold = Readonly<{
  file: (form: FileForm) => ProfileFile;
  appendFile: (name: string) => AppendFile;
  store: OutboxStore;
  /** Some of the writes in progress have arrived, and some appends in part. */
  cutOff: () => void;
}>;

export function createDisk(): Disk {
  let full = false;
  let readable = true;
  return {
    files: new Map(),
    isFull: () => full,
    isReadable: () => readable,
    setFull: (next) => (full = next),
    setReadable: (next) => (readable = next),
  };
}

const outbox = 'outbox/';
/** How long a write takes, in ms. */
const slowness = { least: 2, most: 60 };

export function holdDisk(disk: Disk, clock: Clock, dice: Dice): Hold {
  const { files } = disk;
  const pending = new Set<(part: number) => void>();

  /** `land` receives how much of it arrives, from 0 to 1. */
  const write = (land: (part: number) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      pending.add(land);
      clock.after(dice.between(slowness.least, slowness.most), () => {
        pending.delete(land);
        if (disk.isFull()) return reject(fault('ENOSPC'));
        land(1);
        resolve();
      });
    });
  const put = (name: string, text: string) =>
    write((part) => {
      // Written to a temporary file and renamed: either the old content or the new.
      if (part === 1) files.set(name, text);
    });
  const remove = (name: string) => write((part) => void (part === 1 && files.delete(name)));
  const add = (name: string, text: string) => files.set(name, (files.get(name) ?? '') + text);
  const read = (name: string): string | undefined => {
    if (!disk.isReadable() && files.has(name)) throw fault('EIO');
    return files.get(name);
  };

  return {
    file: (form) =>
      createProfileFile({
        path: form.name,
        form,
        clock,
        note: () => undefined,
        disk: {
          read: async (path) => read(path),
          write: put,
          remove,
          keepBeside: async (path) => {
            await put(`${path}.damaged`, files.get(path) ?? '');
            return `${path}.damaged`;
          },
        },
      }),
    appendFile: (name) => ({
      append: (text) =>
        write((part) => {
          const torn = files.get(name) ?? '';
          if (torn !== '' && !torn.endsWith('\n')) add(name, '\n');
          add(name, text.slice(0, text.length * part));
        }),
      appendNow: (text) => {
        if (disk.isFull()) throw fault('ENOSPC');
        add(name, text);
      },
      sizeBytes: async () => Buffer.byteLength(files.get(name) ?? ''),
      lines: async function* () {
        yield* (read(name) ?? '').split('\n').filter((line) => line !== '');
      },
      putAside: (line) => put(`${name}.aside`, line),
      remove: () => remove(name),
    }),
    store: {
      load: async () => {
        const names = [...files.keys()].filter((name) => name.startsWith(outbox));
        if (!disk.isReadable()) return { items: [], unreadable: names.length };
        const items = names.map((name) => v.parse(ItemSchema, JSON.parse(files.get(name) ?? '')));
        return { items, unreadable: 0 };
      },
      save: (item) => put(`${outbox}${item.id}`, JSON.stringify(v.parse(ItemSchema, item))),
      remove: (id) => remove(`${outbox}${id}`),
      saveAttachment: async () => {
        throw fault('ENOSPC');
      },
      readAttachment: async () => {
        throw fault('ENOENT');
      },
      removeAttachment: async () => undefined,
    },
    cutOff: () => {
      for (const land of pending) land(disk.isFull() ? 0 : dice.pick([0, 0.5, 1]));
      pending.clear();
    },
  };
}

function fault(code: string): Error {
  return Object.assign(new Error(code), { code });
}
