/** The pages that a check has still to ask for, and how long each host is to be left alone. */
import { hostOf } from '../../../shared/coop/web.ts';
import { hostPauseMs } from '../../../shared/links/checks.ts';
import type { Listed } from '../../../shared/links/lists.ts';
import type { Clock } from '../../platform/clock.ts';

/** Links with the same address. */
export type SameLinks = readonly [Listed, ...Listed[]];

export type Item = Readonly<{
  links: SameLinks;
  /** Asked next: that of the links, or where a redirect led. */
  address: string;
  hops: number;
}>;

export type CheckQueue = Readonly<{
  start: (all: readonly SameLinks[]) => void;
  /** Takes the first whose host may be asked now. */
  take: () => Item | undefined;
  /** How long until there is one, in ms; undefined if the queue is empty. */
  waitMs: () => number | undefined;
  /** Puts one first. */
  putBack: (item: Item) => void;
  /** The host of the item has just been asked. */
  pause: (item: Item) => void;
  /** Takes all with the host of the item. */
  takeHost: (item: Item) => readonly Item[];
  clear: () => void;
  /** Links that are left. */
  size: () => number;
}>;

export function createCheckQueue(clock: Pick<Clock, 'monotonicMs'>): CheckQueue {
  const readyAtMs = new Map<string, number>();
  let items: readonly Item[] = [];
  const readyAt = (item: Item) => readyAtMs.get(hostIn(item)) ?? 0;
  return {
    start: (all) => {
      items = all.map((links) => ({ links, address: links[0].address, hops: 0 }));
    },
    take: () => {
      const next = items.find((item) => readyAt(item) <= clock.monotonicMs());
      items = items.filter((one) => one !== next);
      return next;
    },
    waitMs: () =>
      items.length === 0
        ? undefined
        : Math.max(0, Math.min(...items.map(readyAt)) - clock.monotonicMs()),
    putBack: (item) => {
      items = [item, ...items];
    },
    pause: (item) => void readyAtMs.set(hostIn(item), clock.monotonicMs() + hostPauseMs),
    takeHost: (item) => {
      const isOf = (one: Item) => hostIn(one) === hostIn(item);
      const taken = items.filter(isOf);
      items = items.filter((one) => !isOf(one));
      return taken;
    },
    clear: () => {
      items = [];
    },
    size: () => items.reduce((sum, { links }) => sum + links.length, 0),
  };
}

function hostIn({ address }: Item): string {
  return hostOf(address) ?? '';
}
