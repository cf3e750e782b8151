/** Delivers the first item of each queue as soon as it may be tried. */
import { waitMs } from '../../../shared/feedback/backoff.ts';
import type { Item } from '../../../shared/feedback/outbox.ts';
import { aged, hasWaitedTooLong, heads } from '../../../shared/feedback/outbox.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Delivery } from './deliver.ts';
import type { ItemRepository } from './item-repository.ts';

export type DeliverySchedule = Readonly<{
  /** Delivers items that are due, and sets the timer for the rest. */
  run: () => void;
  /** Permanently. */
  stop: () => void;
}>;

export type DeliveryScheduleDeps = Readonly<{
  clock: Clock;
  /** Whether the clock is known to be right. */
  isClockProven: () => boolean;
  repository: Pick<ItemRepository, 'items' | 'put' | 'isEntering'>;
  delivery: Pick<Delivery, 'isBusy' | 'deliver'>;
  onSent: (item: Item) => void;
}>;

/** Timers stop while the machine sleeps, so the wall clock is checked at least this often. */
const maxWaitMs = 60_000;

export function createDeliverySchedule(deps: DeliveryScheduleDeps): DeliverySchedule {
  const { clock, isClockProven, repository, delivery, onSent } = deps;
  let cancel = () => {};
  let isStopped = false;

  /** An item may look old only because the clock is wrong: until that is known, it is neither sent nor given up. */
  const waitOf = (head: Item, nowUtcMs: number) =>
    !isClockProven() && hasWaitedTooLong(head, nowUtcMs) ? maxWaitMs : waitMs(head.phase, nowUtcMs);

  const giveUpOld = (nowUtcMs: number) => {
    for (const item of repository.items()) {
      const next = aged(item, nowUtcMs);
      if (next !== item && !delivery.isBusy(item)) void repository.put(next);
    }
  };

  const deliver = async (head: Item) => {
    const item = await delivery.deliver(head);
    if (!isStopped && item?.phase.at === 'sent') onSent(item);
    run();
  };

  const run = () => {
    if (isStopped) return;
    cancel();
    const nowUtcMs = clock.nowUtcMs();
    if (isClockProven()) giveUpOld(nowUtcMs);
    let soonestMs = Infinity;
    for (const head of heads(repository.items())) {
      if (delivery.isBusy(head) || repository.isEntering(head.id)) continue;
      const leftMs = waitOf(head, nowUtcMs);
      if (leftMs > 0) soonestMs = Math.min(soonestMs, leftMs);
      else void deliver(head);
    }
    if (soonestMs < Infinity) cancel = clock.after(Math.min(soonestMs, maxWaitMs), run);
  };

  return {
    run,
    stop: () => {
      isStopped = true;
      cancel();
    },
  };
}
