import type { Clock } from './clock.ts';
import { createEmitter } from './emitter.ts';
import type { PollTimers } from './poller.ts';

export type JitteredTimersDeps = Readonly<{
  clock: Pick<Clock, 'after'>;
  random: () => number;
  /** Maximum deviation of a poll in either direction, as a fraction of its interval. */
  jitter: number;
  /** Minimum time between polls, whatever the interval and the jitter. */
  minIntervalMs: number;
}>;

/** Independent timers for a poller's targets. */
export function createJitteredTimers(deps: JitteredTimersDeps): PollTimers {
  const { clock, random, jitter, minIntervalMs } = deps;
  const due = createEmitter<string>();
  const cancels = new Map<string, () => void>();

  const schedule = (id: string, ms: number) => {
    cancels.get(id)?.();
    cancels.set(
      id,
      clock.after(ms, () => due.emit(id)),
    );
  };

  return {
    onDue: due.on,
    schedule,
    scheduleAbout: (id, ms) =>
      schedule(id, Math.max(minIntervalMs, ms * (1 - jitter + 2 * jitter * random()))),
    clear: () => {
      for (const cancel of cancels.values()) cancel();
      cancels.clear();
    },
  };
}
