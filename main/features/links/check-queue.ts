/** The pages that a check has still to ask for, and how long each host is to be left alone. */
import { hostOf } from '../../../shared/coop/web.ts';
import { hostPauseMs } from '../../../shared/links/checks.ts';
import type { Listed } from '../../../shared/links/lists.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Cookies } from '../../platform/net/cookies.ts';
import { createCookies } from '../../platform/net/cookies.ts';

/** Links with the same address. */
export type SameLinks = readonly [Listed, ...Listed[]];

export type Item = Readonly<{
  links: SameLinks;
  /** Asked next: that of the links, or where a redirect led. */
  address: string;
  /** Set on the way: many sites redirect until they see their own again. */
  cookies: Cookies;
  /** Where redirects have led, each with the cookies that are sent there. */
  places: readonly string[];
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

export function createCheckQueue(clock: Pick<Clock, 'monotonicMs' | 'nowUtcMs'>): CheckQueue {
  const readyAtMs = new Map<string, number>();
  let items: readonly Item[] = [];
  const readyAt = (item: Item) => readyAtMs.get(hostIn(item)) ?? 0;
  return {
    start: (all) => {
      items = all.map((links) => ({
        links,
        address: links[0].address,
        cookies: createCookies(clock.nowUtcMs),
        places: [],
      }));
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
