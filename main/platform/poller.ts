/**
 * Polls a set of targets, each in its own time and never twice at once. Nothing is asked while this machine is offline,
 * and a failure counts only once it is confirmed that the line was there.
 */
import type { Emitter } from './emitter.ts';
import { createEmitter } from './emitter.ts';
import { createGeneration } from './generation.ts';

export type PollTarget = Readonly<{ id: string }>;

/** When a target is polled next; `aboutMs` leaves the moment to the jitter of the timers. */
export type NextPoll = Readonly<{ aboutMs: number } | { exactlyMs: number }>;

/** One timer for each target. */
export type PollTimers = Readonly<{
  /** The time of a target has come. */
  onDue: Emitter<string>['on'];
  /** Due after `ms`; replaces the timer that the target has. */
  schedule: (id: string, ms: number) => void;
  /** The same with jitter, so that the members of a co-op do not all ask in the same second. */
  scheduleAbout: (id: string, ms: number) => void;
  clear: () => void;
}>;

export type PollerDeps<Target extends PollTarget, Answer> = Readonly<{
  timers: PollTimers;
  isOnline?: () => boolean;
  /** When a poll that was due while offline is tried again, in ms; without it, at the next `start`. */
  offlineRetryMs?: number;
  /** For how much longer the target's host asks to be left alone, in ms. */
  holdOffMs?: (target: Target) => number;
  /** Rejects only once the signal is aborted. */
  ask: (target: Target, signal: AbortSignal) => Promise<Answer>;
  /** Whether the answer tells of the target, and not of our own line. */
  counts?: (answer: Answer) => boolean | Promise<boolean>;
  /** Gets the answer, or undefined where it does not count. */
  take: (target: Target, answer: Answer | undefined) => NextPoll;
}>;

export type Poller<Target extends PollTarget> = Readonly<{
  /** Drops all polls and begins anew with these targets, each of which is first polled after `dueInMs`. */
  start: (targets: readonly Target[], dueInMs: (target: Target) => number) => void;
  /** Polls at once, unless that is under way. */
  pollNow: (id: string) => void;
  /** Polls after `ms` instead of in the target's own time. */
  schedule: (id: string, ms: number) => void;
  isPolling: () => boolean;
  /** A poll has begun or ended. */
  onTurn: Emitter<void>['on'];
  /** Drops all polls, due or under way. */
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
      // Taking in an answer may have begun anew.
      if (signal.aborted) return;
      if ('aboutMs' in next) timers.scheduleAbout(id, next.aboutMs);
      else timers.schedule(id, next.exactlyMs);
      turns.emit();
    } catch (error) {
      // A poll that was dropped has seen nothing; anything else is a fault of ours.
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
