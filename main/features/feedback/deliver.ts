/** Sends items part by part, one item of a destination at a time. */
import type { Binding } from '../../../shared/binding.ts';
import { backoffMs } from '../../../shared/feedback/backoff.ts';
import type { Answer, Item, Part } from '../../../shared/feedback/outbox.ts';
import { answered, failed, nextPart, queueOf, started } from '../../../shared/feedback/outbox.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';
import { asError } from '../../platform/as-error.ts';
import type { Clock } from '../../platform/clock.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { ItemRepository } from './item-repository.ts';

export type Outgoing = Readonly<{
  kind: Part['kind'];
  content: string;
  /** The server's id of the item's first part, once that is sent. */
  rootId?: string;
  attachment?: Readonly<{ name: string; mediaType: string; bytes: Uint8Array }>;
}>;

export type Destination = Readonly<{
  /** Idempotent by `transactionId`. Throws DeliveryError, or the signal's reason when aborted. */
  send: (part: Outgoing, transactionId: string, signal: AbortSignal) => Promise<Answer>;
}>;

/**
 * Undefined while signed out there. Throws DeliveryError, as sending does, if the destination no longer matches what
 * the item is bound to.
 */
export type FindDestination = (name: string, bound: Binding) => Destination | undefined;

export type Delivery = Readonly<{
  /** Whether an item of the same queue is being sent. */
  isBusy: (item: Item) => boolean;
  /** Resolves once it is sent or has failed, to the changed item; undefined if it was discarded. Never rejects. */
  deliver: (item: Item) => Promise<Item | undefined>;
  /** Call when the member discards it. */
  abandon: (id: string) => void;
  dispose: () => void;
}>;

export type DeliveryDeps = Readonly<{
  clock: Clock;
  repository: Pick<ItemRepository, 'get' | 'put'>;
  store: Pick<OutboxStore, 'readAttachment'>;
  destinations: FindDestination;
  random: () => number;
}>;

/** Enough for a part with its file over a slow connection. */
const partTimeoutMs = 300_000;

export function createDelivery(deps: DeliveryDeps): Delivery {
  const { clock, repository } = deps;
  /** By queue. */
  const busy = new Map<string, Readonly<{ id: string; stop: AbortController }>>();

  const sendPart = async (item: Item, part: Part, stop: AbortSignal): Promise<Answer> => {
    // An item of an early version is unbound: it could go anywhere.
    if (item.bound?.['place'] === undefined) throw new DeliveryError(trouble('unbound'), false);
    const destination = deps.destinations(item.destination, item.bound);
    if (!destination) throw new DeliveryError(trouble('signed-out'), {});
    const outgoing = await outgoingOf(item, part, deps.store);
    return limited(clock, stop, (signal) => destination.send(outgoing, part.transactionId, signal));
  };

  const sendParts = async (given: Item, stop: AbortSignal) => {
    let item = started(given);
    void repository.put(item);
    for (let part = nextPart(item); part; part = nextPart(item)) {
      const answer = await sendPart(item, part, stop);
      stop.throwIfAborted();
      item = answered(item, part, answer, clock.nowUtcMs());
      // If this fails, the part is sent again after a crash, but arrives only once.
      await repository.put(item);
    }
  };

  const recordFailure = async (id: string, error: unknown) => {
    const item = repository.get(id);
    if (!item) return;
    const { why, retryInMs } = verdictOn(error, item, deps.random());
    await repository.put(failed(item, why, clock.nowUtcMs(), retryInMs));
  };

  return {
    isBusy: (item) => busy.has(queueOf(item)),
    deliver: async (item) => {
      const stop = new AbortController();
      busy.set(queueOf(item), { id: item.id, stop });
      await sendParts(item, stop.signal).catch((error: unknown) =>
        stop.signal.aborted ? undefined : recordFailure(item.id, error),
      );
      busy.delete(queueOf(item));
      return repository.get(item.id);
    },
    abandon: (id) => {
      for (const one of busy.values()) if (one.id === id) one.stop.abort();
    },
    dispose: () => {
      for (const { stop } of busy.values()) stop.abort();
    },
  };
}

async function outgoingOf(
  item: Item,
  part: Part,
  store: Pick<OutboxStore, 'readAttachment'>,
): Promise<Outgoing> {
  const { kind, content, attachment } = part;
  const rootId = item.parts[0]?.answer?.id;
  const root = rootId === undefined ? {} : { rootId };
  if (!attachment) return { kind, content, ...root };
  const bytes = await store.readAttachment(attachment.id).catch((error: unknown) => {
    throw new DeliveryError(trouble('attachment-missing'), false, error);
  });
  const { name, mediaType } = attachment;
  return { kind, content, ...root, attachment: { name, mediaType, bytes } };
}

function verdictOn(error: unknown, item: Item, random: number) {
  if (!(error instanceof DeliveryError)) return { why: trouble('internal') };
  if (!error.temporary) return { why: error.trouble };
  const { retryAfterMs } = error.temporary;
  return { why: error.trouble, retryInMs: backoffMs(item.failures, random, retryAfterMs) };
}

/** Ends on timeout or with `stop`, even if `work` ignores its signal. */
async function limited<T>(
  clock: Clock,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  stop.throwIfAborted();
  const limit = new AbortController();
  const late = new DeliveryError(trouble('timeout'), {});
  const cancel = clock.after(partTimeoutMs, () => limit.abort(late));
  const signal = AbortSignal.any([stop, limit.signal]);
  const ended = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(asError(signal.reason)), { once: true });
  });
  try {
    return await Promise.race([work(signal), ended]);
  } finally {
    cancel();
  }
}
