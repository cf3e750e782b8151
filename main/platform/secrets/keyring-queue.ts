import type { Clock } from '../clock.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { SecretsError } from './types.ts';

export type KeyringQueue = <T>(work: () => Promise<T>) => Promise<T>;

export type KeyringQueueDeps = Readonly<{
  clock: Pick<Clock, 'after'>;
  limitMs: number;
  /** Called when a call takes longer than a healthy keyring needs; what it returns, when the call has come back. */
  onStuck: () => () => void;
}>;

/** In ms. The end of the app does not wait for the member to type a password. */
const stuckAfterMs = 1000;

/**
 * One call at a time, each given up after `limitMs`, waiting included. A native call cannot be stopped: it occupies one
 * of the four threads on which files and host names are looked up. So the next one starts only when it has come back,
 * and a keyring that hangs occupies a single thread, however often it is asked. What was given up while it waited never
 * starts.
 */
export function createKeyringQueue(deps: KeyringQueueDeps): KeyringQueue {
  const { clock, limitMs, onStuck } = deps;
  const queue = createSerialQueue();
  return (work) =>
    new Promise((resolve, reject) => {
      let isGivenUp = false;
      const cancelLimit = clock.after(limitMs, () => {
        isGivenUp = true;
        reject(new SecretsError('timed-out'));
      });
      queue.add(async () => {
        if (isGivenUp) return;
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
