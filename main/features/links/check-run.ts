/**
 * Asks for the pages of links, one at a time, and a host never twice within two seconds. What is under way while this
 * computer sleeps or is offline goes back into the queue: only what was asked with a network counts.
 */
import type { Finding } from '../../../shared/links/check-verdict.ts';
import { endless, inside, judgeAnswer, judgeFault } from '../../../shared/links/check-verdict.ts';
import { hopLimit, leadsInside } from '../../../shared/links/checks.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { failuresCount } from '../../../shared/net/connectivity.ts';
import type { Clock } from '../../platform/clock.ts';
import { createGeneration } from '../../platform/generation.ts';
import type { AskPage, PageReply } from './ask-page.ts';
import type { Item, SameLinks } from './check-queue.ts';
import { createCheckQueue } from './check-queue.ts';
import type { CheckResults } from './check-results.ts';

export type CheckRunDeps = Readonly<{
  clock: Clock;
  ask: AskPage;
  results: CheckResults;
  connectivity: Readonly<{
    current: () => Readonly<{ state: ConnectivityState }>;
    confirm: () => Promise<ConnectivityState>;
  }>;
  /** Whether the page behind an address may be that of a shortener without the keyword. */
  readsPage: (address: string) => boolean;
  onChange: () => void;
}>;

export type CheckRun = Readonly<{
  start: (links: readonly SameLinks[]) => void;
  stop: () => void;
  /** In links; undefined if none is under way. */
  progress: () => Readonly<{ done: number; total: number }> | undefined;
  suspend: () => void;
  /** After a sleep, and when the network is back. */
  resume: () => void;
}>;

export function createCheckRun(deps: CheckRunDeps): CheckRun {
  const { clock, ask, results, connectivity, readsPage, onChange } = deps;
  const generation = createGeneration();
  const queue = createCheckQueue(clock);
  let underWay: Item | undefined;
  let done = 0;
  let cancelTimer = () => {};

  const step = () => {
    cancelTimer();
    if (underWay) return;
    if (results.freeAtUtcMs() !== undefined) queue.clear();
    const waitMs = queue.waitMs();
    if (waitMs === undefined) return onChange();
    // Being back online resumes.
    if (!failuresCount(connectivity.current().state)) return;
    const next = queue.take();
    if (next) void turn(next);
    else cancelTimer = clock.after(waitMs, step);
  };

  const turn = async (item: Item) => {
    const signal = generation.signal();
    underWay = item;
    results.asked();
    try {
      const { address, cookies } = item;
      const reply = await ask({ address, readsPage: readsPage(address), cookies }, signal);
      const state = reply.fault ? await connectivity.confirm() : connectivity.current().state;
      if (signal.aborted) return;
      underWay = undefined;
      queue.pause(item);
      if (failuresCount(state)) take(item, reply);
      else queue.putBack(item);
      onChange();
      step();
    } catch (error) {
      // Only dropped requests may reject; anything else is a bug.
      if (!signal.aborted) throw error;
    }
  };

  const take = (item: Item, reply: PageReply) => {
    const [link] = item.links;
    const finding = findingOf(item, reply, results.of(link)?.missingSinceUtcMs, clock.nowUtcMs());
    if ('next' in finding) return queue.putBack(finding.next);
    // A host that wants fewer requests gets no more of them for today.
    const others = finding.why === 'busy' ? queue.takeHost(item) : [];
    for (const { links } of [item, ...others]) {
      results.note(links, finding);
      done += links.length;
    }
  };

  const interrupt = () => {
    cancelTimer();
    generation.renew('interrupted');
    if (underWay) queue.putBack(underWay);
    underWay = undefined;
  };
  const left = () => queue.size() + (underWay?.links.length ?? 0);
  return {
    start: (all) => {
      if (left() > 0) return;
      done = 0;
      queue.start(all);
      onChange();
      step();
    },
    stop: () => {
      interrupt();
      queue.clear();
      onChange();
    },
    progress: () => (left() > 0 ? { done, total: done + left() } : undefined),
    suspend: interrupt,
    resume: step,
  };
}

/** What a reply tells, or what to ask next. */
function findingOf(
  item: Item,
  { answer, fault }: PageReply,
  missingSinceUtcMs: number | undefined,
  nowUtcMs: number,
): Finding | Readonly<{ next: Item }> {
  if (fault) return judgeFault(fault, missingSinceUtcMs, nowUtcMs);
  const finding = judgeAnswer(answer);
  if (finding) return finding;
  const { leadsTo = '' } = answer;
  if (leadsInside(leadsTo)) return inside;
  const { cookies, places } = item;
  // The same address with a new cookie is not a circle: servers test this way whether cookies work.
  const place = `${leadsTo}\n${cookies.headerFor(new URL(leadsTo)) ?? ''}`;
  if (places.includes(place) || places.length >= hopLimit) return endless;
  return { next: { ...item, address: leadsTo, places: [...places, place] } };
}
