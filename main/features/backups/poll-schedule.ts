/** When each source of backups is read: in its own interval, less often while it fails, and never while offline. */
import type { SourceMemory } from '../../../shared/backups/source-memory.ts';
import type { BackupSource } from '../../../shared/coop/backups.ts';
import { pollDelayMs } from '../../../shared/retry/poll-delay.ts';
import type { Clock } from '../../platform/clock.ts';
import { createJitteredTimers } from '../../platform/jittered-timers.ts';
import type { PollerDeps } from '../../platform/poller.ts';
import { createPoller } from '../../platform/poller.ts';

export type PollSchedule = Readonly<{
  /** Drops all polls, and begins anew with these sources. */
  begin: (sources: readonly BackupSource[]) => void;
  /** Polls one source, or all, at once: the member who asked for it sees that it is under way. */
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
    /** Takes in an answer that counts. */
    take: (source: BackupSource, answer: Answer) => void;
    /** A poll has begun or ended, or enough time went by to judge anew what is known. */
    onTurn: () => void;
  }>;

/** No source is asked more often, whatever the document says; in ms. */
const minIntervalMs = 60_000;
/** A source that fails is asked less and less often, up to this; in ms. */
const maxBackoffMs = 6 * 3_600_000;
/** How far from its time a poll may be, as a part of its interval. */
const jitter = 0.1;
/** A backup that is late shows in no answer, only with time; in ms. */
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

/** A reading that was kept from the last run is followed by the next in its time: a start is no reason to ask. */
function firstMs(source: BackupSource, { good, problem }: SourceMemory, nowUtcMs: number): number {
  if (!good || problem) return 0;
  const ageMs = nowUtcMs - good.atUtcMs;
  // A reading from the future was kept by a clock that was wrong.
  return ageMs < 0 ? 0 : Math.max(0, intervalOf(source) - ageMs);
}

function intervalOf({ intervalS }: BackupSource): number {
  return intervalS * 1000;
}
