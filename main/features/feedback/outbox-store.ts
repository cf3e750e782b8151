/** The outbox on disk: one file per item, so that damage affects only one, and a folder of attachments. */
import { randomUUID } from 'node:crypto';
import { readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Item } from '../../../shared/feedback/outbox.ts';
import { ItemSchema, attachmentLimitBytes } from '../../../shared/feedback/outbox.ts';
import {
  TooLargeError,
  readText,
  syncFolder,
  writeText,
  unlessMissing,
} from '../../platform/files.ts';

export type OutboxStore = Readonly<{
  /** Also removes incomplete files left by a crash, and attachments that no item names. */
  load: () => Promise<Readonly<{ items: readonly Item[]; unreadable: number }>>;
  /** Atomic, and on disk when it resolves. Rejects when the disk is full. */
  save: (item: Item) => Promise<void>;
  remove: (itemId: string) => Promise<void>;
  /** Resolves to its id. */
  saveAttachment: (bytes: Uint8Array) => Promise<string>;
  readAttachment: (id: string) => Promise<Uint8Array>;
  removeAttachment: (id: string) => Promise<void>;
}>;

/** Above the schema's maximum, even if JSON takes six bytes for each character. */
const itemLimitBytes = 4 * 1024 * 1024;
const ending = '.json';

export function createOutboxStore(folder: string): OutboxStore {
  const attachments = join(folder, 'attachments');
  const itemPath = (id: string) => join(folder, `${id}${ending}`);
  const attachmentPath = (id: string) => join(attachments, id);

  const collect = async (items: readonly Item[]) => {
    const named = new Set(items.flatMap((item) => item.attachments.map(({ id }) => id)));
    for (const name of await namesIn(attachments)) {
      if (!named.has(name)) await rm(attachmentPath(name), { force: true });
    }
  };

  return {
    load: async () => {
      const names = await namesIn(folder);
      const whole = names.filter((name) => name.endsWith(ending));
      const torn = names.filter((name) => name.includes(`${ending}.`));
      for (const name of torn) await rm(join(folder, name), { force: true });
      const items: Item[] = [];
      for (const name of whole) {
        const item = await readItem(join(folder, name));
        if (item) items.push(item);
      }
      const unreadable = whole.length - items.length;
      // An unreadable item may name any of them.
      if (unreadable === 0) await collect(items.filter(({ phase }) => phase.at !== 'sent'));
      return { items, unreadable };
    },
    // Validated here, too: an item that could not be loaded again must not be accepted.
    save: async (item) => {
      await writeText(itemPath(item.id), JSON.stringify(v.parse(ItemSchema, item)));
      await syncFolder(folder);
    },
    remove: (id) => rm(itemPath(id), { force: true }),
    saveAttachment: async (bytes) => {
      const id = randomUUID();
      await writeText(attachmentPath(id), bytes);
      await syncFolder(attachments);
      return id;
    },
    readAttachment: async (id) => {
      const { size } = await stat(attachmentPath(id));
      if (size > attachmentLimitBytes) throw new TooLargeError(id);
      return readFile(attachmentPath(id));
    },
    removeAttachment: (id) => rm(attachmentPath(id), { force: true }),
  };
}

/** Undefined for a damaged item, or one of a later version; its file is left alone. */
async function readItem(path: string): Promise<Item | undefined> {
  try {
    return v.parse(ItemSchema, JSON.parse(await readText(path, itemLimitBytes)));
  } catch {
    return undefined;
  }
}

/** A missing folder counts as empty; rejects for an unreadable one, which must not look empty. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = (await unlessMissing(readdir(folder, { withFileTypes: true }))) ?? [];
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}
