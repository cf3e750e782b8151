/** What the recent readings of all sources say. With a wrong clock, none is known to be recent. */
import type { Known } from '../../../shared/backups/notices.ts';
import { freshTargets, silentSources } from '../../../shared/backups/sources.ts';
import type { Clock } from '../../platform/clock.ts';
import type { SourceMemories } from './source-memories.ts';

export type KnownBackups = Readonly<{
  now: () => Known;
  /**
   * The same, at most a minute old: each warning on the screen asks with each change in the app, which may have nothing
   * to do with backups.
   */
  toTheMinute: () => Known;
}>;

export function createKnown(
  clock: Pick<Clock, 'nowUtcMs'>,
  memories: Pick<SourceMemories, 'plan' | 'all'>,
  isClockRight: () => boolean,
): KnownBackups {
  const now = () => {
    const [plan, all] = [memories.plan(), memories.all()];
    const atUtcMs = isClockRight() ? clock.nowUtcMs() : Number.POSITIVE_INFINITY;
    return {
      targets: freshTargets(plan, all, atUtcMs),
      silentSources: silentSources(plan, all, atUtcMs),
    };
  };
  let last: Readonly<{ inputs: readonly unknown[]; known: Known }> | undefined;
  return {
    now,
    toTheMinute: () => {
      const minute = Math.floor(clock.nowUtcMs() / 60_000);
      const inputs = [memories.plan(), memories.all(), isClockRight(), minute];
      if (!last?.inputs.every((one, at) => one === inputs[at])) last = { inputs, known: now() };
      return last.known;
    },
  };
}
