/**
 * Knows whether this machine is online, and whether its clock is right: by all that answers, and by asking the co-op's
 * witnesses, and others that have answered before, when there is doubt.
 */
import type { Answered, Heard, Place } from '../../shared/net/answers.ts';
import type { Witness } from '../../shared/coop/witnesses.ts';
import type {
  Connectivity,
  ConnectivityState,
  WitnessWord,
} from '../../shared/net/connectivity.ts';
import { failuresCount, judgeConnectivity } from '../../shared/net/connectivity.ts';
import type { Clock } from './clock.ts';
import { inTime } from './time-limit.ts';
import { watchForJumps } from './clock.ts';
import { createMachineClock } from './machine-clock.ts';
import { createPlaces } from './proven-hosts.ts';
import type { AskPlace, AskTime, AskWitness } from './witness.ts';

export type ConnectivityMonitor = Readonly<{
  current: () => Connectivity;
  /** Whether the clock is known to be right, so that what it makes too old may be removed for good. */
  isClockProven: () => boolean;
  /** Asks whether there is a way out, unless that was asked a moment ago; and for the time, where that is in doubt. */
  confirm: () => Promise<ConnectivityState>;
  /** Something has answered, or failed, anywhere. */
  hear: (heard: Heard) => void;
  /** `others` are the document's own places, asked when no witness answers. */
  setWitnesses: (witnesses: readonly Witness[], others: readonly Place[]) => void;
  suspend: () => void;
  /** Waits for the network to come back after a sleep. */
  resume: () => void;
  onChange: (listener: (now: Connectivity, before: Connectivity) => void) => void;
  dispose: () => void;
}>;

export type ConnectivityParts = Readonly<{
  clock: Clock;
  ask: AskWitness;
  askPlace: AskPlace;
  askTime: AskTime;
  /** Called when the clock was set, or the machine slept unannounced; who looks once leaves it out. */
  onJump?: () => void;
}>;

/** An answer to the question for the way out holds this long, in ms. */
const freshMs = 3000;
/** Where no witness has answered for so long, others are asked beside them; in ms. */
const headStartMs = 1000;
/** Time between two questions while there is no way out: quick at first, then patient. In ms. */
const retryMs = [2000, 3000, 5000, 10_000, 20_000, 30_000] as const;
/** How long a machine that woke up may take to find its network before it counts as offline, in ms. */
const wakeMs = 30_000;

export function createConnectivity(parts: ConnectivityParts): ConnectivityMonitor {
  const { clock } = parts;
  const listeners = new Set<(now: Connectivity, before: Connectivity) => void>();
  const places = createPlaces();
  const hasJumped = watchForJumps(clock);
  let now: Connectivity = { state: 'unknown', sinceUtcMs: clock.nowUtcMs() };
  let witnesses: readonly Witness[] = [];
  let asking: Promise<ConnectivityState> | undefined;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  /** What has answered since the question under way was asked. */
  let answers: Answered[] = [];
  let wokeAtMs: number | undefined;
  let asleep = false;
  let retries = 0;
  let cancelRetry = () => {};
  let round = new AbortController();

  const change = (next: Connectivity) => {
    const before = now;
    now = next;
    for (const listener of listeners) listener(now, before);
  };
  const set = (state: ConnectivityState) => {
    if (state !== now.state) change({ ...now, state, sinceUtcMs: clock.nowUtcMs() });
  };
  const time = createMachineClock({
    clock,
    askTime: parts.askTime,
    onChange: () => {
      const { clockOffMs: _, ...rest } = now;
      const clockOffMs = time.offMs();
      change({ ...rest, ...(clockOffMs === undefined ? {} : { clockOffMs }) });
    },
  });

  const restart = () => {
    round.abort();
    round = new AbortController();
    asking = undefined;
    askedAtMs = Number.NEGATIVE_INFINITY;
    answers = [];
    cancelRetry();
    retries = 0;
  };

  const settle = (judged: ReturnType<typeof judgeConnectivity>) => {
    const waking = wokeAtMs !== undefined && clock.monotonicMs() - wokeAtMs < wakeMs;
    cancelRetry();
    if (judged === 'online' || judged === 'unknown') {
      wokeAtMs = undefined;
      retries = 0;
    } else {
      const delay = retryMs[Math.min(retries, retryMs.length - 1)] ?? retryMs[0];
      retries += 1;
      cancelRetry = clock.after(delay, () => {
        // Nothing else may be going on that would see it.
        if (!tellJump()) void ask();
      });
    }
    set(judged === 'offline' && waking ? 'waking' : judged);
  };

  const ask = (): Promise<ConnectivityState> => {
    if (asking) return asking;
    answers = [];
    const mine = question(round.signal).finally(() => {
      // A restart may have begun a newer question meanwhile.
      if (asking === mine) asking = undefined;
    });
    asking = mine;
    return mine;
  };

  const question = async (signal: AbortSignal): Promise<ConnectivityState> => {
    const { words, all, answered } = askWitnesses(signal);
    const isClear = await sooner(headStartMs, all, answered);
    if (signal.aborted) return now.state;
    const judged = judgeConnectivity(
      words,
      answers.filter(({ place }) => places.isTelling(place)),
    );
    // Before all have had their say, a plain answer may be a sign-in page's.
    if (isClear && failuresCount(judged)) return conclude(judged);
    const asked = places.toAsk();
    const found = asked.map(async (one) => {
      const answer = await parts.askPlace(one, signal);
      if (answer && !signal.aborted) answers.push(answer);
    });
    await Promise.race([answered, Promise.all([all, ...found])]);
    if (signal.aborted) return now.state;
    return conclude(judgeConnectivity(words, answers, places.isDistanceSilent(asked, answers)));
  };

  /** `words` are silent until they have come; `answered` resolves once one witness has answered, if ever. */
  const askWitnesses = (signal: AbortSignal) => {
    const words = witnesses.map((): WitnessWord => ({ testimony: 'silent' }));
    const questions = witnesses.map(async (one, index) => {
      words[index] = await hearWitness(one, signal);
    });
    const answered = new Promise<void>((resolve) => {
      for (const [index, one] of questions.entries()) {
        void one.then(() => words[index]?.testimony === 'answered' && resolve());
      }
    });
    return { words, all: Promise.all(questions), answered };
  };

  /** Waits until one of them has come, or for so long; tells whether one has. */
  const sooner = async (ms: number, ...awaited: readonly Promise<unknown>[]): Promise<boolean> => {
    const first = Promise.race(awaited.map((one) => one.then(() => true)));
    return (await inTime(clock, ms, first)) ?? false;
  };

  const hearWitness = async (witness: Witness, signal: AbortSignal): Promise<WitnessWord> => {
    const word = await parts.ask(witness, signal);
    if (signal.aborted) return word;
    if (word.untimely) time.doubt(word.untimely);
    if (word.time) time.hear(word.time.place, word.time.serverUtcMs);
    return word;
  };

  const conclude = (judged: ReturnType<typeof judgeConnectivity>): ConnectivityState => {
    askedAtMs = clock.monotonicMs();
    settle(judged);
    return now.state;
  };

  const tellJump = (): boolean => {
    if (!parts.onJump || !hasJumped()) return false;
    parts.onJump();
    return true;
  };

  const hear = ({ answer, serverUtcMs, untimely }: Heard) => {
    // What was under way as the machine fell asleep tells nothing of its awakening.
    if (asleep || tellJump()) return;
    if (untimely) time.doubt(untimely);
    if (!answer) return;
    const { place, proof } = answer;
    const isTrustworthy = proof === 'verified' || now.state !== 'captive';
    if (serverUtcMs !== undefined && isTrustworthy) time.hear(place, serverUtcMs);
    places.note(place);
    if (asking) answers.push(answer);
    if (failuresCount(now.state)) return;
    if (isTrustworthy && places.isTelling(place)) conclude('online');
    else void confirm();
  };

  const confirm = async (): Promise<ConnectivityState> => {
    if (clock.monotonicMs() - askedAtMs >= freshMs) await ask();
    await time.settle();
    return now.state;
  };

  return {
    current: () => now,
    isClockProven: time.isProven,
    confirm,
    hear,
    setWitnesses: (next, others) => {
      witnesses = next;
      places.setOthers(others);
      restart();
      set('unknown');
    },
    suspend: () => {
      asleep = true;
      restart();
      time.forget();
      set('waking');
    },
    resume: () => {
      asleep = false;
      hasJumped();
      restart();
      time.forget();
      wokeAtMs = clock.monotonicMs();
      set('waking');
      void ask();
    },
    onChange: (listener) => void listeners.add(listener),
    dispose: () => {
      asleep = true;
      restart();
      time.dispose();
      listeners.clear();
    },
  };
}
