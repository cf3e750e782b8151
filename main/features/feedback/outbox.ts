/**
 * Holds what the member wrote until it has arrived. What enters is on the disk before the member is told so; what is
 * sent carries an id of its own, so that a part whose answer was lost is sent again and still arrives once.
 */
import { waitMs } from '../../../shared/feedback/backoff.ts';
import type { Attachment, Entry, Item } from '../../../shared/feedback/outbox.ts';
import {
  aged,
  draftItem,
  enter,
  hasRoom,
  hasWaitedTooLong,
  heads,
  overdue,
  renewed,
  restored,
  woken,
} from '../../../shared/feedback/outbox.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Destinations } from './deliver.ts';
import { createDelivery } from './deliver.ts';
import type { Shelf } from './outbox-store.ts';
import { createKept } from './item-repository.ts';

/** `full`: the member has to send or discard some first. `unwritable`: the disk took nothing; it is in memory as before. */
export type Taken = 'taken' | 'full' | 'unwritable' | 'not-a-draft';

export type Outbox = Readonly<{
  /** Reads what is on the disk, and goes on sending. Rejects when the folder cannot be read. */
  restore: () => Promise<void>;
  items: () => readonly Item[];
  /** Items of this folder that cannot be read: damaged, or of a later version. */
  unreadable: () => number;
  /** What could not be written yet is tried again; until then a crash would lose it. */
  isWritable: () => boolean;
  /** Keeps a file that a draft will name. Rejects when the disk is full. */
  attach: (bytes: Uint8Array, named: Pick<Attachment, 'name' | 'mediaType'>) => Promise<Attachment>;
  /** Keeps a draft, new or known by its id; memory has it even where the disk has not. */
  saveDraft: (id: string, draft: string, attachments: readonly Attachment[]) => Promise<Taken>;
  /** A draft goes on its way. */
  enter: (id: string, entry: Entry) => Promise<Taken>;
  /** The member wants it tried again. */
  retry: (id: string) => Promise<void>;
  discard: (id: string) => Promise<void>;
  /** The line is back, the machine awake, or somebody has signed in. */
  wake: () => void;
  onChange: (listener: () => void) => void;
  dispose: () => void;
}>;

export type OutboxParts = Readonly<{
  clock: Clock;
  shelf: Shelf;
  destinations: Destinations;
  /** Whether the clock is known to be right. */
  isClockProven: () => boolean;
  newId: () => string;
  /** 0 to 1. */
  random: () => number;
}>;

/** A timer stands still while the machine sleeps, so that the wall clock is looked at no later than after this. */
const lookAgainMs = 60_000;

export function createOutbox(parts: OutboxParts): Outbox {
  const { clock, shelf } = parts;
  const listeners = new Set<() => void>();
  const kept = createKept(shelf, clock, () => listeners.forEach((listener) => listener()));
  const delivery = createDelivery({
    ...parts,
    kept,
    settled: (item) => {
      if (item?.phase.at === 'sent') void tidy(item);
      pump();
    },
  });
  let unreadable = 0;
  let cancel: () => void = () => undefined;

  const pump = () => {
    cancel();
    const nowUtcMs = clock.nowUtcMs();
    const isProven = parts.isClockProven();
    for (const item of isProven ? kept.items() : []) {
      const next = aged(item, nowUtcMs);
      if (next !== item && !delivery.isBusy(item)) void kept.put(next);
    }
    let soonestMs = Infinity;
    for (const head of heads(kept.items())) {
      if (delivery.isBusy(head) || kept.isEntering(head.id)) continue;
      // It may be the clock that makes it look so old: neither sent nor given up before that is known.
      const isDoubtful = !isProven && hasWaitedTooLong(head, nowUtcMs);
      const leftMs = isDoubtful ? lookAgainMs : waitMs(head.phase, nowUtcMs);
      if (leftMs > 0) soonestMs = Math.min(soonestMs, leftMs);
      else void delivery.deliver(head);
    }
    if (soonestMs < Infinity) cancel = clock.after(Math.min(soonestMs, lookAgainMs), pump);
  };

  /** What has arrived needs its files no longer, and the list of what was sent must not grow for ever. */
  const tidy = async (sent: Item) => {
    await dropAttachments(sent);
    for (const old of overdue(kept.items())) await kept.remove(old.id);
  };

  const dropAttachments = async (item: Item) => {
    const others = kept.items().filter(({ id, phase }) => id !== item.id && phase.at !== 'sent');
    const needed = new Set(others.flatMap((one) => one.attachments.map(({ id }) => id)));
    for (const { id } of item.attachments) {
      // Left behind, it is found by the next start.
      if (!needed.has(id)) await shelf.removeAttachment(id).catch(() => undefined);
    }
  };

  return {
    restore: async () => {
      const found = await shelf.load();
      ({ unreadable } = found);
      kept.take(found.items.map(restored));
      pump();
    },
    items: kept.items,
    unreadable: () => unreadable,
    isWritable: kept.isWritable,
    attach: async (bytes, named) => {
      const id = await shelf.saveAttachment(bytes);
      return { ...named, id, sizeBytes: bytes.length };
    },
    saveDraft: async (id, draft, attachments) => {
      const before = kept.get(id);
      if (before && before.phase.at !== 'draft') return 'not-a-draft';
      if (!before && !hasRoom(kept.items())) return 'full';
      const saved = await kept.put(draftItem(id, draft, attachments, clock.nowUtcMs()));
      return saved ? 'taken' : 'unwritable';
    },
    enter: async (id, entry) => {
      const draft = kept.get(id);
      if (draft?.phase.at !== 'draft') return 'not-a-draft';
      const item = enter(draft, entry, kept.items(), clock.nowUtcMs(), parts.newId);
      if (!(await kept.putOrKeep(draft, item))) return 'unwritable';
      pump();
      return 'taken';
    },
    retry: async (id) => {
      const item = kept.get(id);
      if (item?.phase.at !== 'failed') return;
      await kept.put(renewed(item, clock.nowUtcMs()));
      pump();
    },
    discard: async (id) => {
      const item = kept.get(id);
      if (!item) return;
      delivery.abandon(id);
      await kept.remove(id);
      await dropAttachments(item);
    },
    wake: () => {
      for (const item of kept.items()) {
        const next = woken(item);
        if (next !== item) void kept.put(next);
      }
      pump();
    },
    onChange: (listener) => listeners.add(listener),
    dispose: () => {
      cancel();
      delivery.dispose();
      kept.dispose();
    },
  };
}
