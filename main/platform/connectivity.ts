/** Knows whether this machine is online, by asking the co-op's witnesses when there is doubt. */
import type { Witness } from '../../shared/coop/document.ts';
import type { Connectivity, ConnectivityState, Testimony } from '../../shared/connectivity.ts';
import { judgeWitnesses } from '../../shared/connectivity.ts';
import type { Clock } from './clock.ts';

export type AskWitness = (witness: Witness, signal: AbortSignal) => Promise<Testimony>;

export type ConnectivityMonitor = Readonly<{
  current: () => Connectivity;
  /** Asks the witnesses, unless they were asked a moment ago. */
  confirm: () => Promise<ConnectivityState>;
  setWitnesses: (witnesses: readonly Witness[]) => void;
  suspend: () => void;
  /** Waits for the network to come back after a sleep. */
  resume: () => void;
  onChange: (listener: (now: Connectivity, before: Connectivity) => void) => void;
  dispose: () => void;
}>;

/** An answer of the witnesses holds this long, in ms. */
const freshMs = 3000;
/** Time between two questions while there is no way out: quick at first, then patient. In ms. */
const retryMs = [2000, 3000, 5000, 10_000, 20_000, 30_000] as const;
/** How long a machine that woke up may take to find its network before it counts as offline, in ms. */
const wakeMs = 30_000;

export function createConnectivity(
  parts: Readonly<{ clock: Clock; ask: AskWitness }>,
): ConnectivityMonitor {
  const { clock } = parts;
  const listeners = new Set<(now: Connectivity, before: Connectivity) => void>();
  let now: Connectivity = { state: 'unknown', sinceUtcMs: clock.nowUtcMs() };
  let witnesses: readonly Witness[] = [];
  let asking: Promise<ConnectivityState> | undefined;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let wokeAtMs: number | undefined;
  let retries = 0;
  let cancelRetry = () => {};
  let round = new AbortController();

  const set = (state: ConnectivityState) => {
    if (state === now.state) return;
    const before = now;
    now = { state, sinceUtcMs: clock.nowUtcMs() };
    for (const listener of listeners) listener(now, before);
  };

  const restart = () => {
    round.abort();
    round = new AbortController();
    asking = undefined;
    askedAtMs = Number.NEGATIVE_INFINITY;
    cancelRetry();
    retries = 0;
  };

  const settle = (judged: ReturnType<typeof judgeWitnesses>) => {
    const waking = wokeAtMs !== undefined && clock.monotonicMs() - wokeAtMs < wakeMs;
    const blind = judged === 'offline' || judged === 'captive';
    set(judged === 'offline' && waking ? 'waking' : judged);
    cancelRetry();
    if (!blind) {
      wokeAtMs = undefined;
      retries = 0;
      return;
    }
    const delay = retryMs[Math.min(retries, retryMs.length - 1)] ?? retryMs[0];
    retries += 1;
    cancelRetry = clock.after(delay, () => void ask());
  };

  const ask = (): Promise<ConnectivityState> => {
    if (asking) return asking;
    const mine = hear(round.signal).finally(() => {
      // A restart may have begun a newer question meanwhile.
      if (asking === mine) asking = undefined;
    });
    asking = mine;
    return mine;
  };

  const hear = async (signal: AbortSignal): Promise<ConnectivityState> => {
    const testimonies = await Promise.all(witnesses.map((one) => parts.ask(one, signal)));
    if (signal.aborted) return now.state;
    askedAtMs = clock.monotonicMs();
    settle(judgeWitnesses(testimonies));
    return now.state;
  };

  return {
    current: () => now,
    confirm: () => {
      const fresh = clock.monotonicMs() - askedAtMs < freshMs;
      return fresh ? Promise.resolve(now.state) : ask();
    },
    setWitnesses: (next) => {
      witnesses = next;
      restart();
      set('unknown');
    },
    suspend: () => {
      restart();
      set('waking');
    },
    resume: () => {
      restart();
      wokeAtMs = clock.monotonicMs();
      set('waking');
      void ask();
    },
    onChange: (listener) => void listeners.add(listener),
    dispose: () => {
      restart();
      listeners.clear();
    },
  };
}
