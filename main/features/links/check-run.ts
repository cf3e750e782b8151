/**
 * Asks for the pages of links, one at a time, and a host never twice within two seconds. What is under way while this
 * computer sleeps or is offline goes back into the queue: only what was asked with a network counts.
 */
import { hostOf } from '../../../shared/coop/web.ts';
import type { Finding } from '../../../shared/links/check-verdict.ts';
import { endless, inside, judgeAnswer, judgeFault } from '../../../shared/links/check-verdict.ts';
import { hopLimit, hostPauseMs, leadsInside } from '../../../shared/links/checks.ts';
import type { Listed } from '../../../shared/links/lists.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { failuresCount } from '../../../shared/net/connectivity.ts';
import type { Clock } from '../../platform/clock.ts';
import { createGeneration } from '../../platform/generation.ts';
import type { AskPage, PageReply } from './ask-page.ts';
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

/** Links with the same address. */
export type SameLinks = readonly [Listed, ...Listed[]];

export type CheckRun = Readonly<{
  start: (links: readonly SameLinks[]) => void;
  stop: () => void;
  /** In links; undefined if none is under way. */
  progress: () => Readonly<{ done: number; total: number }> | undefined;
  suspend: () => void;
  /** After a sleep, and when the network is back. */
  resume: () => void;
}>;

type Item = Readonly<{
  links: SameLinks;
  /** Asked next: that of the links, or where a redirect led. */
  address: string;
  hops: number;
}>;

export function createCheckRun(deps: CheckRunDeps): CheckRun {
  const { clock, ask, results, connectivity, readsPage, onChange } = deps;
  const generation = createGeneration();
  const readyAtMs = new Map<string, number>();
  let queue: readonly Item[] = [];
  let underWay: Item | undefined;
  let done = 0;
  let cancelTimer = () => {};

  const readyAt = (item: Item) => readyAtMs.get(hostIn(item)) ?? 0;
  const step = () => {
    cancelTimer();
    if (underWay) return;
    if (results.freeAtUtcMs() !== undefined) queue = [];
    if (queue.length === 0) return onChange();
    // Being back online resumes.
    if (!failuresCount(connectivity.current().state)) return;
    const nowMs = clock.monotonicMs();
    const next = queue.find((item) => readyAt(item) <= nowMs);
    if (next) return void turn(next);
    cancelTimer = clock.after(Math.min(...queue.map(readyAt)) - nowMs, step);
  };

  const turn = async (item: Item) => {
    const signal = generation.signal();
    underWay = item;
    queue = queue.filter((one) => one !== item);
    results.asked();
    try {
      const reply = await ask(item.address, readsPage(item.address), signal);
      const state = reply.fault ? await connectivity.confirm() : connectivity.current().state;
      if (signal.aborted) return;
      underWay = undefined;
      readyAtMs.set(hostIn(item), clock.monotonicMs() + hostPauseMs);
      if (failuresCount(state)) take(item, reply);
      else queue = [item, ...queue];
      onChange();
      step();
    } catch (error) {
      // Only dropped requests may reject; anything else is a bug.
      if (!signal.aborted) throw error;
    }
  };

  const take = (item: Item, reply: PageReply) => {
    const [link] = item.links;
    const finding = judge(reply, results.of(link)?.missingSinceUtcMs, clock.nowUtcMs());
    const leadsTo = reply.answer?.leadsTo ?? '';
    if (finding) settle(item, finding);
    else if (item.hops >= hopLimit) settle(item, endless);
    else if (leadsInside(leadsTo)) settle(item, inside);
    else queue = [{ ...item, address: leadsTo, hops: item.hops + 1 }, ...queue];
  };

  const settle = (item: Item, finding: Finding) => {
    results.note(item.links, finding);
    done += item.links.length;
    // A host that wants fewer requests is left alone until the next run.
    if (finding.why === 'busy') queue = queue.filter((one) => hostIn(one) !== hostIn(item));
  };

  const interrupt = () => {
    cancelTimer();
    generation.renew('interrupted');
    if (underWay) queue = [underWay, ...queue];
    underWay = undefined;
  };
  return {
    start: (all) => {
      if (underWay || queue.length > 0) return;
      done = 0;
      queue = all.map((links) => ({ links, address: links[0].address, hops: 0 }));
      onChange();
      step();
    },
    stop: () => {
      interrupt();
      queue = [];
      onChange();
    },
    progress: () => {
      const left = [...(underWay ? [underWay] : []), ...queue];
      if (left.length === 0) return undefined;
      return { done, total: left.reduce((sum, { links }) => sum + links.length, done) };
    },
    suspend: interrupt,
    resume: step,
  };
}

function hostIn({ address }: Item): string {
  return hostOf(address) ?? '';
}

function judge(
  { answer, fault }: PageReply,
  missingSinceUtcMs: number | undefined,
  nowUtcMs: number,
): Finding | undefined {
  return fault ? judgeFault(fault, missingSinceUtcMs, nowUtcMs) : judgeAnswer(answer);
}
