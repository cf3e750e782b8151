/**
 * Polls a set of targets, each on its own schedule and never twice at the same time. Pauses while this machine is
 * offline; a failure counts only once the connection is confirmed.
 */
import type { Emitter } from './emitter.ts';
import { createEmitter } from './emitter.ts';
import { createGeneration } from './generation.ts';

export type PollTarget = Readonly<{ id: string }>;

/** When a target is polled next; `aboutMs` is subject to jitter. */
export type NextPoll = Readonly<{ aboutMs: number } | { exactlyMs: number }>;

/** One timer for each target. */
export type PollTimers = Readonly<{
  /** A target's timer has fired. */
  onDue: Emitter<string>['on'];
  /** Fires after `ms`, replacing the target's pending timer. */
  schedule: (id: string, ms: number) => void;
  /** The same with jitter, so that the members of a co-op do not all poll in the same second. */
  scheduleAbout: (id: string, ms: number) => void;
  clear: () => void;
}>;

export type PollerDeps<Target extends PollTarget, Answer> = Readonly<{
  timers: PollTimers;
  isOnline?: () => boolean;
  /**
   * Delay before a poll that came due offline is tried again, in ms; without it, the poll waits for the next `start`.
   */
  offlineRetryMs?: number;
  /** How much longer the target's host has asked not to be polled, in ms. */
  holdOffMs?: (target: Target) => number;
  /** Rejects only once the signal is aborted. */
  ask: (target: Target, signal: AbortSignal) => Promise<Answer>;
  /** False if the answer reflects our own connection rather than the target. */
  counts?: (answer: Answer) => boolean | Promise<boolean>;
  /** Gets the answer, or undefined if it does not count. */
  take: (target: Target, answer: Answer | undefined) => NextPoll;
}>;

export type Poller<Target extends PollTarget> = Readonly<{
  /** Drops all polls and restarts with these targets, each first polled after `dueInMs`. */
  start: (targets: readonly Target[], dueInMs: (target: Target) => number) => void;
  /** Polls immediately, unless a poll is running. */
  pollNow: (id: string) => void;
  /** Polls after `ms` instead of at the target's scheduled time. */
  schedule: (id: string, ms: number) => void;
  isPolling: () => boolean;
  /** A poll has started or ended. */
  onTurn: Emitter<void>['on'];
  /** Drops all polls, pending or running. */
  stop: () => void;
}>;

export function createPoller<Target extends PollTarget, Answer>(
  deps: PollerDeps<Target, Answer>,
): Poller<Target> {
  const { timers, ask, take, offlineRetryMs } = deps;
  const { isOnline = () => true, holdOffMs = () => 0, counts = () => true } = deps;
  const generation = createGeneration();
  const turns = createEmitter<void>();
  const underWay = new Set<string>();
  let targets: ReadonlyMap<string, Target> = new Map();

  const poll = async (target: Target) => {
    const { id } = target;
    const signal = generation.signal();
    underWay.add(id);
    turns.emit();
    try {
      const answer = await ask(target, signal);
      const isCounted = await counts(answer);
      if (signal.aborted) return;
      underWay.delete(id);
      const next = take(target, isCounted ? answer : undefined);
      // `take` may have called `start`.
      if (signal.aborted) return;
      if ('aboutMs' in next) timers.scheduleAbout(id, next.aboutMs);
      else timers.schedule(id, next.exactlyMs);
      turns.emit();
    } catch (error) {
      // Only dropped polls may reject; anything else is a bug.
      if (!signal.aborted) throw error;
    }
  };

  const pollNow = (id: string) => {
    const target = targets.get(id);
    if (!target || underWay.has(id)) return;
    if (!isOnline()) {
      if (offlineRetryMs !== undefined) timers.schedule(id, offlineRetryMs);
      return;
    }
    const heldOffMs = holdOffMs(target);
    if (heldOffMs > 0) timers.schedule(id, heldOffMs);
    else void poll(target);
  };
  timers.onDue(pollNow);

  const stop = () => {
    generation.renew('stopped');
    timers.clear();
    underWay.clear();
    targets = new Map();
  };

  return {
    start: (next, dueInMs) => {
      stop();
      targets = new Map(next.map((target) => [target.id, target]));
      for (const target of targets.values()) timers.schedule(target.id, dueInMs(target));
    },
    pollNow,
    schedule: (id, ms) => {
      if (targets.has(id)) timers.schedule(id, ms);
    },
    isPolling: () => underWay.size > 0,
    onTurn: turns.on,
    stop,
  };
}
