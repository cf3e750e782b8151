/** Schedules the polls of each source: at its own interval, less often while it fails, never while offline. */
import type { SourceMemory } from '../../../shared/backups/source-memory.ts';
import type { BackupSource } from '../../../shared/coop/backups.ts';
import { pollDelayMs } from '../../../shared/retry/poll-delay.ts';
import type { Clock } from '../../platform/clock.ts';
import { createJitteredTimers } from '../../platform/jittered-timers.ts';
import type { PollerDeps } from '../../platform/poller.ts';
import { createPoller } from '../../platform/poller.ts';

export type PollSchedule = Readonly<{
  /** Cancels all polls, and starts over with these sources. */
  begin: (sources: readonly BackupSource[]) => void;
  /** Polls one source, or all, immediately. */
  pollNow: (sourceId?: string) => void;
  isPolling: () => boolean;
  stop: () => void;
}>;

export type PollScheduleDeps<Answer> = Pick<
  PollerDeps<BackupSource, Answer>,
  'isOnline' | 'ask' | 'counts'
> &
  Readonly<{
    clock: Clock;
    random: () => number;
    memoryOf: (sourceId: string) => SourceMemory;
    /** Called with each answer that counts. */
    take: (source: BackupSource, answer: Answer) => void;
    /** Called when a poll begins or ends, and every 15 minutes to reassess what is known. */
    onTurn: () => void;
  }>;

/** Lower limit of the document's intervals. */
const minIntervalMs = 60_000;
/** Upper limit of the interval of a failing source. */
const maxBackoffMs = 6 * 3_600_000;
/** Random deviation of a poll, as a share of its interval. */
const jitter = 0.1;
/** A backup becomes late by the passing of time, without any new answer. */
const reviewMs = 15 * 60_000;

export function createPollSchedule<Answer>(deps: PollScheduleDeps<Answer>): PollSchedule {
  const { clock, random, memoryOf, take, onTurn, ...pollerDeps } = deps;
  let sources: readonly BackupSource[] = [];
  let cancelReview = () => {};

  const poller = createPoller<BackupSource, Answer>({
    ...pollerDeps,
    timers: createJitteredTimers({ clock, random, jitter, minIntervalMs }),
    take: (source, answer) => {
      if (answer !== undefined) take(source, answer);
      const failures = memoryOf(source.id).faults;
      return { aboutMs: pollDelayMs({ intervalMs: intervalOf(source), failures, maxBackoffMs }) };
    },
  });
  poller.onTurn(onTurn);

  const review = () => {
    onTurn();
    cancelReview = clock.after(reviewMs, review);
  };
  const stop = () => {
    poller.stop();
    cancelReview();
  };

  return {
    begin: (next) => {
      stop();
      sources = next;
      if (sources.length === 0) return;
      const nowUtcMs = clock.nowUtcMs();
      poller.start(sources, (one) => firstMs(one, memoryOf(one.id), nowUtcMs));
      cancelReview = clock.after(reviewMs, review);
    },
    pollNow: (sourceId) => {
      const asked = sources.filter(({ id }) => sourceId === undefined || id === sourceId);
      for (const { id } of asked) poller.pollNow(id);
    },
    isPolling: poller.isPolling,
    stop,
  };
}

/** A cached reading is due after the rest of its interval: starting the app is no reason to poll. */
function firstMs(source: BackupSource, { good, problem }: SourceMemory, nowUtcMs: number): number {
  if (!good || problem) return 0;
  const ageMs = nowUtcMs - good.atUtcMs;
  // A reading from the future was stored while the clock was wrong.
  return ageMs < 0 ? 0 : Math.max(0, intervalOf(source) - ageMs);
}

function intervalOf({ intervalS }: BackupSource): number {
  return intervalS * 1000;
}
