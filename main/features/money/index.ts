/** The co-op's balances of yesterday: one question a day for all of them, while a member has looked at the page. */
import { CallError } from '../../../shared/bridge.ts';
import type { MoneyPlan } from '../../../shared/coop/money.ts';
import { defined } from '../../../shared/defined.ts';
import type { MoneyState } from '../../../shared/money/ipc.ts';
import { lastDay, untilNextDayMs } from '../../../shared/money/query.ts';
import { pollDelayMs } from '../../../shared/retry/poll-delay.ts';
import { dayMs, hourMs } from '../../../shared/time/calendar.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { TextStore } from '../../platform/files.ts';
import { loadJson } from '../../platform/load-json.ts';
import type { PollingDeps } from '../../platform/page-poller.ts';
import { createPagePoller } from '../../platform/page-poller.ts';
import type { Copy } from './file.ts';
import { CopySchema, keyOf } from './file.ts';
import type { MoneyAnswer, ReadMoney } from './request.ts';

export type MoneyDeps = PollingDeps & Readonly<{ read: ReadMoney; store: TextStore }>;

export type Money = Readonly<{
  /** Loads the file; call once, first. */
  restore: () => Promise<void>;
  state: () => MoneyState;
  setPlan: (plan: MoneyPlan | undefined) => void;
  retry: () => void;
  /** Where to contribute. Throws CallError for a slug that the document does not name. */
  addressOf: (slug: string) => string;
  onChange: (listener: () => void) => () => void;
  suspend: () => void;
  resume: () => void;
  dispose: () => void;
}>;

/** Not all members ask at midnight. */
const spreadMs = 6 * hourMs;
/** Others behind the same address may have used up the requests of a minute. */
const busyMs = 60_000;

type Target = Readonly<{ id: 'money'; plan: MoneyPlan }>;
type Attempts = Readonly<{ failures: number; problem?: MoneyState['problem'] }>;

export function createMoney(deps: MoneyDeps): Money {
  const { clock } = deps;
  const changes = createEmitter<void>();
  const memory = createMemory(deps);
  let plan: MoneyPlan | undefined;
  let askedAtMs = Number.NEGATIVE_INFINITY;

  /** A day is read once, soon after it is over. */
  const nextDayMs = () => untilNextDayMs(clock.nowUtcMs()) + deps.random() * spreadMs;
  const poller = createPagePoller<Target, Asked>(deps, {
    holdOffMs: () => (memory.isBusy() ? askedAtMs + busyMs - clock.monotonicMs() : 0),
    ask: async ({ plan: of }, signal) => {
      askedAtMs = clock.monotonicMs();
      const day = lastDay(clock.nowUtcMs());
      return { day, answer: await deps.read(of, day, signal) };
    },
    stands: ({ answer }) => answer.ok,
    take: ({ plan: of }, asked) => {
      if (asked) memory.note(of, asked);
      const { failures } = memory.attempts();
      if (asked?.answer.ok) return { exactlyMs: nextDayMs() };
      return { aboutMs: pollDelayMs({ intervalMs: hourMs, failures, maxBackoffMs: dayMs }) };
    },
  });
  poller.onTurn(() => changes.emit());

  const begin = () => {
    const isRead = memory.copyOf(plan)?.day === lastDay(clock.nowUtcMs());
    poller.start(plan ? [{ id: 'money', plan }] : [], () => (isRead ? nextDayMs() : 0));
  };
  return {
    restore: memory.restore,
    state: () => stateOf(plan, memory.copyOf(plan), memory.attempts(), poller.isPolling()),
    setPlan: (next) => {
      plan = next;
      memory.forgetAttempts();
      begin();
      changes.emit();
    },
    retry: () => {
      if (memory.attempts().problem) poller.pollNow('money');
    },
    addressOf: (slug) => {
      const known = plan?.collectives.some((one) => one.slug === slug);
      if (!plan || !known) throw new CallError('bad-payload');
      return `${plan.url.replace(/\/+$/, '')}/${slug}/donate`;
    },
    onChange: changes.on,
    suspend: poller.stop,
    resume: begin,
    dispose: () => {
      poller.stop();
      changes.clear();
    },
  };
}

/** The last good answer, and what came of attempts since. */
function createMemory({ clock, store }: Pick<MoneyDeps, 'clock' | 'store'>) {
  let kept: Copy | undefined;
  let attempts: Attempts = { failures: 0 };
  return {
    restore: async () => {
      kept = await loadJson(store, CopySchema);
    },
    copyOf: (plan: MoneyPlan | undefined) => (plan && kept?.of === keyOf(plan) ? kept : undefined),
    attempts: () => attempts,
    isBusy: () => attempts.problem?.code === 'busy',
    forgetAttempts: () => {
      attempts = { failures: 0 };
    },
    note: (plan: MoneyPlan, { answer, day }: Asked) => {
      const nowUtcMs = clock.nowUtcMs();
      if (!answer.ok) {
        const { sinceUtcMs = nowUtcMs } = attempts.problem ?? {};
        const problem = { ...answer.problem, sinceUtcMs };
        attempts = { failures: attempts.failures + 1, problem };
        return;
      }
      attempts = { failures: 0 };
      const accounts = [...answer.accounts];
      kept = { version: 1, of: keyOf(plan), day, accounts };
      // A full disk only costs the copy.
      void store.save(JSON.stringify(kept)).catch(() => undefined);
    },
  };
}

type Asked = Readonly<{ day: string; answer: MoneyAnswer }>;

function stateOf(
  plan: MoneyPlan | undefined,
  copy: Copy | undefined,
  { problem }: Attempts,
  isReading: boolean,
): MoneyState {
  const collectives = (plan?.collectives ?? []).map(({ slug, name }) => {
    const account = copy?.accounts.find((one) => one.slug === slug);
    return {
      ...account,
      slug,
      name: name ?? account?.name ?? slug,
      isKnown: account !== undefined,
    };
  });
  return { collectives, isReading, ...defined({ day: copy?.day, problem }) };
}
