/** The outbox on disk: a file an item, so that none costs another, and a folder of attachments. */
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
  /** Also clears away what a crash has left half written, and attachments that nothing names any more. */
  load: () => Promise<Readonly<{ items: readonly Item[]; unreadable: number }>>;
  /** Whole or not at all, and on the disk when it resolves. Rejects when the disk is full. */
  save: (item: Item) => Promise<void>;
  remove: (itemId: string) => Promise<void>;
  /** Returns the id under which it is found again. */
  saveAttachment: (bytes: Uint8Array) => Promise<string>;
  readAttachment: (id: string) => Promise<Uint8Array>;
  removeAttachment: (id: string) => Promise<void>;
}>;

/** What the schema lets pass is smaller, though JSON may write a character as six bytes. */
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
      // An item that cannot be read may name any of them.
      if (unreadable === 0) await collect(items.filter(({ phase }) => phase.at !== 'sent'));
      return { items, unreadable };
    },
    // Checked on the way in too: what could not be read again must not be taken.
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

/** Undefined for one that is damaged or of a later version: it is left where it is. */
async function readItem(path: string): Promise<Item | undefined> {
  try {
    return v.parse(ItemSchema, JSON.parse(await readText(path, itemLimitBytes)));
  } catch {
    return undefined;
  }
}

/** Only a folder that is not there is empty: one that cannot be read must not look as if it were. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = (await unlessMissing(readdir(folder, { withFileTypes: true }))) ?? [];
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}
