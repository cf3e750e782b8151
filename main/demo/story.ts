/** What the checks of the demo see: all is well, but one service goes down soon and comes back, again and again. */
import type { Observation } from '../../shared/observation/observation.ts';
import { reason } from '../../shared/observation/observation.ts';
import type { RunProbe } from '../core/status/probes/index.ts';
import type { Clock } from '../platform/clock.ts';
import { troubledId } from './coop/services.ts';
import { usualMs } from './coop/past.ts';
import { timingsAt } from './history/timings.ts';

/** Soon enough to be waited for, and late enough to have seen that all was well. */
const firstTroubleMs = 20_000;
const troubleMs = 75_000;
/** From one trouble to the next. */
const cycleMs = 10 * 60_000;

function isTroubled(sinceBeginMs: number): boolean {
  if (sinceBeginMs < firstTroubleMs) return false;
  return (sinceBeginMs - firstTroubleMs) % cycleMs < troubleMs;
}

export type StoryDeps = Readonly<{
  clock: Pick<Clock, 'monotonicMs' | 'nowUtcMs'>;
  random: () => number;
  /** Any midnight on the member's clock. */
  midnightUtcMs: number;
}>;

export function createStory({ clock, random, midnightUtcMs }: StoryDeps): RunProbe {
  const begunMs = clock.monotonicMs();
  return async (probe, signal): Promise<Observation> => {
    signal.throwIfAborted();
    const [, id = ''] =
      probe.type === 'http' ? (/^https:\/\/([\w-]+)\./.exec(probe.url) ?? []) : [];
    if (id === troubledId && isTroubled(clock.monotonicMs() - begunMs)) {
      return { verdict: 'down', reason: reason('refused'), timings: {} };
    }
    const usual = { usualMs: usualMs(id), isSlow: false, random, midnightUtcMs };
    return { verdict: 'up', timings: timingsAt(clock.nowUtcMs(), usual) };
  };
}
