/** The time that a command may take. */
import type { Clock } from '../platform/clock.ts';

export type TimeLimit = Readonly<{
  /** Resolves when the time is up. */
  timeUp: Promise<void>;
  /** Aborted when the time is up, or by `end`. */
  signal: AbortSignal;
  /** Call when there is nothing left to wait for. */
  end: () => void;
}>;

export function startTimeLimit(clock: Pick<Clock, 'after'>, limitMs: number): TimeLimit {
  const limit = new AbortController();
  let expire = () => {};
  const timeUp = new Promise<void>((resolve) => (expire = resolve));
  const cancel = clock.after(limitMs, () => {
    expire();
    limit.abort(new Error('the time is up'));
  });
  return {
    timeUp,
    signal: limit.signal,
    end: () => {
      cancel();
      limit.abort(new Error('it is over'));
    },
  };
}
