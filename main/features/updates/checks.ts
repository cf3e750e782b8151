/** Looks for updates: once a day if the member lets it, and whenever they ask. */
import type { CheckProblem } from '../../../shared/updates/ipc.ts';
import type { Channel } from '../../../shared/updates/manifest.ts';
import { channelsOf, isReadBy } from '../../../shared/updates/offer.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { failuresCount } from '../../../shared/net/connectivity.ts';
import { pollDelayMs } from '../../../shared/retry/poll-delay.ts';
import { dayMs, hourMs } from '../../../shared/time/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { createEmitter } from '../../platform/emitter.ts';
import { createGeneration } from '../../platform/generation.ts';
import type { Memory } from './memory.ts';
import type { ReadChannel } from './read-channel.ts';

export type ChecksDeps = Readonly<{
  clock: Clock;
  random: () => number;
  memory: Memory;
  read: ReadChannel;
  connectivity: Readonly<{ current: () => Readonly<{ state: ConnectivityState }> }>;
}>;

/** Not all members ask at the same moment after a release, or after their computers start in the morning. */
const spread = 0.25;
const firstSpreadMs = 10 * 60_000;

export type FailedCheck = CheckProblem & Readonly<{ atUtcMs: number }>;

export function createChecks({ clock, random, memory, read, connectivity }: ChecksDeps) {
  const changes = createEmitter<void>();
  const generation = createGeneration();
  let cancelTimer = () => {};
  let isChecking = false;
  let failures = 0;
  let problem: FailedCheck | undefined;

  const schedule = (ms: number) => {
    cancelTimer();
    cancelTimer = memory.current().isOn ? clock.after(ms, () => void due()) : () => {};
  };
  const jittered = (ms: number) => ms * (1 - spread + 2 * spread * random());

  const check = async () => {
    if (isChecking) return;
    cancelTimer();
    const signal = generation.signal();
    const { channel } = memory.current();
    isChecking = true;
    changes.emit();
    const found = await readAll(channel, memory, read, signal).catch((error: unknown) => {
      // Only what was dropped may reject.
      if (!signal.aborted) throw error;
      return undefined;
    });
    if (signal.aborted) return;
    isChecking = false;
    problem = found && { ...found, atUtcMs: clock.nowUtcMs() };
    failures = problem ? failures + 1 : 0;
    if (!problem) memory.change({ goodAtUtcMs: clock.nowUtcMs(), goodIn: channel });
    schedule(
      problem
        ? jittered(pollDelayMs({ intervalMs: hourMs, failures, maxBackoffMs: dayMs }))
        : jittered(dayMs),
    );
    changes.emit();
  };
  const due = async () => {
    if (failuresCount(connectivity.current().state)) return check();
    schedule(jittered(hourMs));
  };
  const stop = () => {
    generation.renew('stopped');
    cancelTimer();
    isChecking = false;
  };

  return {
    /** Plans the next check by the last one. */
    begin: () => {
      stop();
      const { goodAtUtcMs, goodIn, channel } = memory.current();
      const waitedMs =
        goodAtUtcMs === undefined || !isReadBy(goodIn, channel)
          ? dayMs
          : clock.nowUtcMs() - goodAtUtcMs;
      // A clock that was set back must not put it off for years.
      const leftMs = waitedMs < 0 ? 0 : Math.max(0, dayMs - waitedMs);
      schedule(leftMs + random() * firstSpreadMs);
      changes.emit();
    },
    stop,
    checkNow: check,
    isChecking: () => isChecking,
    problem: () => problem,
    /** Also what is on its way. */
    forget: () => {
      stop();
      problem = undefined;
      failures = 0;
    },
    onChange: changes.on,
    dispose: () => {
      stop();
      changes.clear();
    },
  };
}

/** One channel that cannot be read does not keep the other's version from the member. */
async function readAll(
  chosen: Channel,
  memory: Memory,
  read: ReadChannel,
  signal: AbortSignal,
): Promise<CheckProblem | undefined> {
  const problems: CheckProblem[] = [];
  for (const channel of channelsOf(chosen)) {
    const answer = await read(channel, signal);
    signal.throwIfAborted();
    const problem = memory.take(channel, answer);
    if (problem) problems.push(problem);
  }
  return problems[0];
}
