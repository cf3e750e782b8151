/** Items in memory, written to disk one after the other, with retries. */
import type { Item } from '../../../shared/feedback/outbox.ts';
import type { Clock } from '../../platform/clock.ts';
import { createSerialQueue } from '../../platform/serial-queue.ts';
import type { OutboxStore } from './outbox-store.ts';

export type ItemRepository = Readonly<{
  items: () => readonly Item[];
  get: (id: string) => Item | undefined;
  /** Adds the items loaded from disk. */
  take: (items: readonly Item[]) => void;
  /** Sets it in memory immediately; resolves to whether it is on disk. If not, writing is retried. */
  put: (item: Item) => Promise<boolean>;
  /** As `put`, but reverts to `before` if it cannot be written. */
  putOrKeep: (before: Item, item: Item) => Promise<boolean>;
  /** Whether it is not on disk yet. It must not be sent, since a crash would lose its transaction ids. */
  isEntering: (id: string) => boolean;
  remove: (id: string) => Promise<void>;
  isWritable: () => boolean;
  dispose: () => void;
}>;

const retryDelayMs = 30_000;

export function createItemRepository(
  store: Pick<OutboxStore, 'save' | 'remove'>,
  clock: Clock,
  changed: () => void,
): ItemRepository {
  const items = new Map<string, Item>();
  const entering = new Set<string>();
  /** Ids of items whose file is out of date. */
  const behind = new Set<string>();
  const writes = createSerialQueue();
  let cancel: () => void = () => undefined;

  /** Serial: writes of one item must stay in order. */
  const inTurn = (work: () => Promise<void>): Promise<boolean> =>
    writes.run(work).then(
      () => true,
      () => false,
    );

  /** Writes the item's latest state in memory. */
  const write = async (id: string): Promise<boolean> => {
    const done = await inTurn(async () => {
      const item = items.get(id);
      await (item ? store.save(item) : store.remove(id));
    });
    note(id, done);
    return done;
  };

  const note = (id: string, done: boolean) => {
    const was = behind.size;
    if (done) behind.delete(id);
    else behind.add(id);
    if (behind.size > 0) {
      cancel();
      cancel = clock.after(retryDelayMs, () => [...behind].forEach((one) => void write(one)));
    }
    if (was !== behind.size) changed();
  };

  const put = (item: Item) => {
    items.set(item.id, item);
    changed();
    return write(item.id);
  };

  return {
    items: () => [...items.values()],
    get: (id) => items.get(id),
    take: (found) => {
      for (const item of found) items.set(item.id, item);
      changed();
    },
    put,
    putOrKeep: async (before, item) => {
      entering.add(item.id);
      const saved = await put(item);
      entering.delete(item.id);
      if (!saved && items.get(item.id) === item) {
        items.set(before.id, before);
        changed();
      }
      return saved;
    },
    isEntering: (id) => entering.has(id),
    remove: async (id) => {
      items.delete(id);
      changed();
      await write(id);
    },
    isWritable: () => behind.size === 0,
    dispose: () => cancel(),
  };
}
