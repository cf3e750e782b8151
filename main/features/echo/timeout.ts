/** Time limits that hold even if the task never settles. */
import type { FailureCode, Step } from '../../../shared/echo/failure.ts';
import { failure } from '../../../shared/echo/failure.ts';
import type { Clock } from '../../platform/clock.ts';
import { EchoError, failureOf } from './failed.ts';

/** For tasks that continue after the test was stopped. */
export const never = new AbortController().signal;

export type Limit = Readonly<{
  clock: Clock;
  step: Step;
  ms: number;
  /** The failure on timeout; `timeout` by default. */
  code?: FailureCode;
  /** Ends the task with the failure `stopped`. */
  signal: AbortSignal;
}>;

/** Rejects with EchoError: the task's own, `stopped`, or the limit's. The task's signal aborts at the end. */
export function within<T>(limit: Limit, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { clock, step, signal } = limit;
  const own = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const tidy = () => {
      cancel();
      signal.removeEventListener('abort', stopped);
    };
    const end = (code: FailureCode) => {
      tidy();
      const error = new EchoError(failure(code, step));
      own.abort(error);
      reject(error);
    };
    const stopped = () => end('stopped');
    const cancel = clock.after(limit.ms, () => end(limit.code ?? 'timeout'));
    signal.addEventListener('abort', stopped, { once: true });
    if (signal.aborted) return stopped();
    const run = async () => {
      try {
        resolve(await task(own.signal));
      } catch (error) {
        reject(new EchoError(failureOf(error, step)));
      } finally {
        tidy();
      }
    };
    void run();
  });
}

/** Resolves after `ms`, or as soon as `signal` aborts. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancel = clock.after(ms, end);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
  });
}
