import type { Clock } from '../clock.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { SecretsError } from './types.ts';

export type KeyringQueue = <T>(work: () => Promise<T>) => Promise<T>;

export type KeyringQueueDeps = Readonly<{
  clock: Pick<Clock, 'after'>;
  limitMs: number;
  /** Called when a call takes longer than `stuckAfterMs`; the function it returns, when the call has returned. */
  onStuck: () => () => void;
}>;

/** Longer than a healthy keyring needs, in ms. Shutdown does not wait for the member to type a password. */
const stuckAfterMs = 1000;

/**
 * One call at a time, each rejected after `limitMs`, including the wait. A native call cannot be cancelled and occupies
 * one of libuv's four threads, which file and DNS access share. So the next call starts only when the previous one has
 * returned, and a keyring that hangs occupies a single thread. A call that timed out while waiting never starts.
 */
export function createKeyringQueue(deps: KeyringQueueDeps): KeyringQueue {
  const { clock, limitMs, onStuck } = deps;
  const queue = createSerialQueue();
  return (work) =>
    new Promise((resolve, reject) => {
      let isTimedOut = false;
      const cancelLimit = clock.after(limitMs, () => {
        isTimedOut = true;
        reject(new SecretsError('timed-out'));
      });
      queue.add(async () => {
        if (isTimedOut) return;
        let release = () => {};
        const cancelStuck = clock.after(stuckAfterMs, () => (release = onStuck()));
        const [outcome] = await Promise.allSettled([work()]);
        cancelLimit();
        cancelStuck();
        release();
        if (outcome.status === 'fulfilled') resolve(outcome.value);
        else reject(outcome.reason);
      });
    });
}
