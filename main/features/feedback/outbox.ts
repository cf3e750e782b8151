/**
 * Stores what the member wrote until it has arrived. An item is on disk before it counts as entered. Each part has a
 * transaction id, so a part whose answer was lost is sent again and still arrives only once.
 */
import type { Attachment, Entry, Item } from '../../../shared/feedback/outbox.ts';
import {
  draftItem,
  enter,
  hasRoom,
  surplusSent,
  renewed,
  restored,
  woken,
} from '../../../shared/feedback/outbox.ts';
import type { Clock } from '../../platform/clock.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { FindDestination } from './deliver.ts';
import { createDelivery } from './deliver.ts';
import { createDeliverySchedule } from './delivery-schedule.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { ItemRepository } from './item-repository.ts';
import { createItemRepository } from './item-repository.ts';

/** `full`: the member has to send or discard items first. `unwritable`: could not be written; nothing has changed. */
export type Taken = 'taken' | 'full' | 'unwritable' | 'not-a-draft';

export type Outbox = Readonly<{
  /** Loads the items and resumes sending. Rejects if the folder cannot be read. */
  restore: () => Promise<void>;
  items: () => readonly Item[];
  /** Number of items that could not be loaded: damaged, or of a later version. */
  unreadable: () => number;
  /** False while some item could not be written: a crash would lose it before the next attempt. */
  isWritable: () => boolean;
  /** Stores a file that a draft will name. Rejects if the disk is full. */
  attach: (bytes: Uint8Array, named: Pick<Attachment, 'name' | 'mediaType'>) => Promise<Attachment>;
  /** Saves a new or changed draft, in memory even if the disk is full. */
  saveDraft: (id: string, draft: string, attachments: readonly Attachment[]) => Promise<Taken>;
  /** Queues a draft for sending. */
  enter: (id: string, entry: Entry) => Promise<Taken>;
  /** Retries a failed item at the member's request. */
  retry: (id: string) => Promise<void>;
  discard: (id: string) => Promise<void>;
  /** Call when the connection is back, the machine wakes, or the member signs in. */
  wake: () => void;
  /** Returns the function that unsubscribes. */
  onChange: (listener: () => void) => () => void;
  dispose: () => void;
}>;

export type OutboxDeps = Readonly<{
  clock: Clock;
  store: OutboxStore;
  destinations: FindDestination;
  /** Whether the clock is known to be right. */
  isClockProven: () => boolean;
  newId: () => string;
  /** 0 to 1. */
  random: () => number;
}>;

export function createOutbox(deps: OutboxDeps): Outbox {
  const { clock, store } = deps;
  const changes = createEmitter<void>();
  const repository = createItemRepository(store, clock, changes.emit);
  const delivery = createDelivery({ ...deps, repository });
  const schedule = createDeliverySchedule({
    ...deps,
    repository,
    delivery,
    onSent: (item) => void tidyAfter(item, repository, store),
  });
  let unreadable = 0;

  return {
    restore: async () => {
      const found = await store.load();
      ({ unreadable } = found);
      repository.take(found.items.map(restored));
      schedule.run();
    },
    items: repository.items,
    unreadable: () => unreadable,
    isWritable: repository.isWritable,
    attach: async (bytes, named) => {
      const id = await store.saveAttachment(bytes);
      return { ...named, id, sizeBytes: bytes.length };
    },
    saveDraft: async (id, draft, attachments) => {
      const before = repository.get(id);
      if (before && before.phase.at !== 'draft') return 'not-a-draft';
      if (!before && !hasRoom(repository.items())) return 'full';
      const saved = await repository.put(draftItem(id, draft, attachments, clock.nowUtcMs()));
      return saved ? 'taken' : 'unwritable';
    },
    enter: async (id, entry) => {
      const draft = repository.get(id);
      if (draft?.phase.at !== 'draft') return 'not-a-draft';
      const item = enter(draft, entry, repository.items(), clock.nowUtcMs(), deps.newId);
      if (!(await repository.putOrKeep(draft, item))) return 'unwritable';
      schedule.run();
      return 'taken';
    },
    retry: async (id) => {
      const item = repository.get(id);
      if (item?.phase.at !== 'failed') return;
      await repository.put(renewed(item, clock.nowUtcMs()));
      schedule.run();
    },
    discard: async (id) => {
      const item = repository.get(id);
      if (!item) return;
      delivery.abandon(id);
      await repository.remove(id);
      await removeAttachments(item, repository, store);
    },
    wake: () => {
      for (const item of repository.items()) {
        const next = woken(item);
        if (next !== item) void repository.put(next);
      }
      schedule.run();
    },
    onChange: changes.on,
    dispose: () => {
      schedule.stop();
      delivery.dispose();
      repository.dispose();
    },
  };
}

/** Removes the files of a sent item, and the oldest sent items above the limit. */
async function tidyAfter(sent: Item, repository: ItemRepository, store: OutboxStore) {
  await removeAttachments(sent, repository, store);
  for (const old of surplusSent(repository.items())) await repository.remove(old.id);
}

/** Removes the files of an item that no other item needs. */
async function removeAttachments(item: Item, repository: ItemRepository, store: OutboxStore) {
  const others = repository
    .items()
    .filter(({ id, phase }) => id !== item.id && phase.at !== 'sent');
  const needed = new Set(others.flatMap((one) => one.attachments.map(({ id }) => id)));
  for (const { id } of item.attachments) {
    // A file that cannot be removed now is removed at the next start.
    if (!needed.has(id)) await store.removeAttachment(id).catch(() => undefined);
  }
}
