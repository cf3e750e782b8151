import type { Clock } from '../clock.ts';
import { SecretsError } from './types.ts';

export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

export type TurnsParts = Readonly<{
  clock: Clock;
  limitMs: number;
  /** Called when work is out for longer than a keyring needs that is well; what it returns, when it comes back. */
  onStuck: () => () => void;
}>;

/** In ms. Nobody who quits waits for the member to type a password. */
const stuckAfterMs = 1000;

/**
 * One call at a time, each given up after `limitMs`, waiting included. A native call cannot be stopped: it keeps one
 * of the four threads that files and names are looked up on. So the next one starts only when it has come back, and
 * a keyring that hangs holds a single thread, however often it is asked. What was given up while it waited never starts.
 */
export function createTurns({ clock, limitMs, onStuck }: TurnsParts): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) =>
    new Promise((resolve, reject) => {
      let state: 'waiting' | 'running' | 'over' = 'waiting';
      const cancel = clock.after(limitMs, () => {
        state = 'over';
        reject(new SecretsError('timed-out'));
      });
      const run = async () => {
        if (state === 'over') return;
        state = 'running';
        let release = () => undefined as void;
        const cancelStuck = clock.after(stuckAfterMs, () => (release = onStuck()));
        const [outcome] = await Promise.allSettled([work()]);
        state = 'over';
        cancel();
        cancelStuck();
        release();
        if (outcome.status === 'fulfilled') resolve(outcome.value);
        else reject(outcome.reason);
      };
      last = last.then(run);
    });
}
