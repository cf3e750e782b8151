/** Queries the registries for the state and expiry of the co-op's domains: once a day each, also across restarts. */
import { dayMs } from '../../../shared/time/calendar.ts';
import type { KnownService } from '../../../shared/coop/service.ts';
import type { DomainView } from '../../../shared/status/domain-view.ts';
import { judgeDomain } from '../../../shared/status/domain.ts';
import type { RegistryStatus } from '../../../shared/status/rdap.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { Refusal } from '../../../shared/status/refusal.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TextStore } from '../../platform/files.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { NextPoll, PollTarget } from '../../platform/poller.ts';
import { createGeneration } from '../../platform/generation.ts';
import { createPoller } from '../../platform/poller.ts';
import { createCheckScheduler } from './check-scheduler.ts';
import { RefusedError, createHostBackoff } from './host-backoff.ts';
import type { KnownDomain } from './known-domains.ts';
import { createKnownDomains, withAnswer } from './known-domains.ts';

export type Domains = Readonly<{
  /** Undefined for a domain that is not watched. */
  domainOf: (name: string) => DomainView | undefined;
  /** Without `rdapUrl`, no domain is watched. */
  setServices: (rdapUrl: string | undefined, services: readonly KnownService[]) => Promise<void>;
  /** A domain is closer to its expiry, or its registry data has changed; emits the changes to announce. */
  onChange: Emitter<readonly Change[]>['on'];
  dispose: () => void;
}>;

/** The registry's answer; undefined if it cannot be used. Rejects without an answer, or with a RefusedError. */
export type AskDomain = (
  rdapUrl: string,
  domain: string,
  signal: AbortSignal,
) => Promise<RegistryStatus | undefined>;

/** Delay at startup, in ms: the services come first. */
const startDelayMs = 20_000;
/** Delay until a request that was due while offline is retried, in ms. */
const offlineRetryMs = 10 * 60_000;
/** Minimum delay until a registry that refused is queried again, in ms. */
const refusedRetryMs = 3_600_000;

export type DomainsDeps = Readonly<{
  clock: Clock;
  ask: AskDomain;
  store: TextStore;
  random: () => number;
  /** Whether a registry can be queried, and its answer judged by our clock. */
  isOnline: () => boolean;
}>;

export function createDomains(deps: DomainsDeps): Domains {
  const { clock, store, random, isOnline } = deps;
  const changed = createEmitter<readonly Change[]>();
  const hosts = createHostBackoff({ clock, random });
  const known = createKnownDomains(store);
  const generation = createGeneration();
  let base = '';
  let services: readonly KnownService[] = [];
  let watched: ReadonlySet<string> = new Set();

  const holdOffMs = (name: string) => hosts.waitMs(new URL(base).hostname, name);

  const keep = async (name: string, { word, askedAtUtcMs }: DomainAnswer) => {
    const before = known.get(name);
    const now = withAnswer(before, word, askedAtUtcMs);
    const { announced, changes } = announce(name, now, services, clock.nowUtcMs());
    await known.set(name, announced);
    const isOther =
      before?.endsUtcMs !== announced.endsUtcMs || before?.standing !== announced.standing;
    if (changes.length > 0 || isOther) changed.emit(changes);
  };

  const take = ({ id: name }: PollTarget, answer: DomainAnswer | undefined): NextPoll => {
    if (!answer) return { exactlyMs: offlineRetryMs };
    if (answer.refusal) {
      hosts.note(new URL(base).hostname, answer.refusal);
      return { exactlyMs: Math.max(refusedRetryMs, holdOffMs(name)) };
    }
    void keep(name, answer);
    return { aboutMs: dayMs };
  };

  const poller = createPoller<PollTarget, DomainAnswer>({
    timers: createCheckScheduler({ clock, random }),
    isOnline,
    offlineRetryMs,
    holdOffMs: ({ id }) => holdOffMs(id),
    ask: async ({ id }, signal) => {
      const askedAtUtcMs = clock.nowUtcMs();
      return { askedAtUtcMs, ...(await answerOf(deps.ask(base, id, signal))) };
    },
    // The answer itself may have shown that our clock is wrong, which makes the expiry look near.
    counts: isOnline,
    take,
  });

  return {
    domainOf: (name) => (watched.has(name) ? viewOf(name, known.get(name)) : undefined),
    onChange: changed.on,
    setServices: async (rdapUrl, next) => {
      generation.renew('another document');
      const signal = generation.signal();
      poller.stop();
      base = rdapUrl ?? '';
      services = next;
      const names = next.flatMap(({ service }) => service.domain ?? []);
      watched = new Set(rdapUrl === undefined ? [] : names);
      if (watched.size === 0) return;
      await known.load();
      if (signal.aborted) return;
      const targets = [...watched].map((name) => ({ id: name }));
      poller.start(targets, ({ id }) => dueInMs(known.get(id), clock.nowUtcMs()));
    },
    dispose: () => {
      generation.renew('disposed');
      poller.stop();
      changed.clear();
    },
  };
}

function viewOf(name: string, known: KnownDomain | undefined): DomainView {
  const { endsUtcMs, standing } = known ?? {};
  return {
    name,
    ...(endsUtcMs === undefined ? {} : { endsUtcMs }),
    ...(standing ? { standing } : {}),
  };
}

function dueInMs(known: KnownDomain | undefined, nowUtcMs: number): number {
  if (!known) return startDelayMs;
  // A clock that was set back must not delay the query by more than a day.
  const dueMs = Math.min(known.askedAtUtcMs + dayMs - nowUtcMs, dayMs);
  return Math.max(dueMs, startDelayMs);
}

type DomainAnswer = Readonly<{
  askedAtUtcMs: number;
  word?: RegistryStatus | undefined;
  refusal?: Refusal;
}>;

/** Empty if the registry cannot be reached. */
async function answerOf(
  asking: Promise<RegistryStatus | undefined>,
): Promise<Omit<DomainAnswer, 'askedAtUtcMs'>> {
  try {
    return { word: await asking };
  } catch (error) {
    return error instanceof RefusedError ? { refusal: error.refusal } : {};
  }
}

/** The changes to announce when a domain is a step closer to its expiry, with that step recorded as announced. */
function announce(
  name: string,
  { toldBand, ...known }: KnownDomain,
  services: readonly KnownService[],
  nowUtcMs: number,
): Readonly<{ announced: KnownDomain; changes: readonly Change[] }> {
  const trouble = judgeDomain(name, known, nowUtcMs);
  const band = Number(trouble?.params['band']);
  if (!trouble || Number.isNaN(band)) return { announced: known, changes: [] };
  const isNew = toldBand === undefined || band < toldBand;
  const of = isNew ? services.find(({ service }) => service.domain === name) : undefined;
  const change = of && {
    serviceId: of.service.id,
    name: of.service.name,
    from: 'up' as const,
    to: 'degraded' as const,
    reason: trouble,
    ...(of.service.audience ? { audience: of.service.audience } : {}),
  };
  return { announced: { ...known, toldBand: band }, changes: change ? [change] : [] };
}
