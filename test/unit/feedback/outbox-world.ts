/** A disk that can crash between any two writes, and a server that deduplicates by id. */
import type { Destination, FindDestination } from '../../../main/features/feedback/deliver.ts';
import type { OutboxStore } from '../../../main/features/feedback/outbox-store.ts';
import { createOutbox } from '../../../main/features/feedback/outbox.ts';
import type { Content, Item } from '../../../shared/feedback/outbox.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';
import type { FakeClock } from '../clock.ts';

export type Fault = 'none' | 'answer-lost' | 'busy' | 'offline';

export type World = ReturnType<typeof createWorld>;

export function createWorld(clock: FakeClock) {
  const disk = new Map<string, string>();
  const files = new Map<string, Uint8Array>();
  const faults: Fault[] = [];
  /** Everything the server has created, in order. */
  const made = new Map<string, Readonly<{ to: string; content: string; rootId?: string }>>();
  const time = { isProven: true };
  let ids = 0;
  let requests = 0;
  const newId = () => `id-${(ids += 1)}`;

  const server = (to: string): Destination => ({
    send: async (part, transactionId) => {
      requests += 1;
      const fault = faults.shift() ?? 'none';
      await Promise.resolve();
      if (fault === 'busy') throw new DeliveryError(trouble('busy'), { retryAfterMs: 2000 });
      if (fault === 'offline') throw new DeliveryError(trouble('offline'), {});
      const { content, rootId } = part;
      const root = rootId === undefined ? {} : { rootId };
      if (!made.has(transactionId)) made.set(transactionId, { to, content, ...root });
      if (fault === 'answer-lost') throw new DeliveryError(trouble('timeout'), {});
      return { id: `$${transactionId}`, permalink: `https://chat.example/${transactionId}` };
    },
  });

  /** One run of the app; it dies after `writes` more writes, and the last one `lands` or not. */
  const live = (writes = Infinity, lands = true, destinations: FindDestination = server) => {
    let left = writes;
    let dead = false;
    const write = async (work: () => void): Promise<void> => {
      if (dead) return new Promise(() => undefined);
      left -= 1;
      if (left < 0) {
        dead = true;
        if (lands) work();
        outbox.dispose();
        return new Promise(() => undefined);
      }
      work();
      await Promise.resolve();
    };
    const store: OutboxStore = {
      load: async () => ({
        items: [...disk.values()].map((text) => JSON.parse(text) as Item),
        unreadable: 0,
      }),
      save: (item) => write(() => disk.set(item.id, JSON.stringify(item))),
      remove: (id) => write(() => disk.delete(id)),
      saveAttachment: async (bytes) => {
        const id = newId();
        await write(() => files.set(id, bytes));
        return id;
      },
      readAttachment: async (id) => {
        const bytes = files.get(id);
        if (!bytes) throw new Error('ENOENT');
        return bytes;
      },
      removeAttachment: (id) => write(() => files.delete(id)),
    };
    const outbox = createOutbox({
      clock,
      store,
      destinations: destinations,
      isClockProven: () => time.isProven,
      newId,
      random: () => 0.5,
    });
    return { outbox, isDead: () => dead };
  };

  return { clock, time, disk, files, faults, made, live, newId, requests: () => requests };
}

export function message(content: string): Content {
  return { kind: 'message', content };
}
