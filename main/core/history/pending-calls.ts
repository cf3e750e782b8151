import type { Clock } from '../../platform/clock.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { createEmitter } from '../../platform/emitter.ts';

/** Calls that wait for a thread's answer. A call that times out resolves to undefined. */
export type PendingCalls = Readonly<{
  /** `post` sends the call under its id. Rejects if the thread reports a fault. */
  wait: (post: (id: number) => void) => Promise<unknown>;
  settle: (id: number, value: unknown) => void;
  fail: (id: number, why: Error) => void;
  /** Settles all of them with undefined. */
  giveUp: () => void;
  isEmpty: () => boolean;
  /** A call has settled. */
  onEnd: Emitter<void>['on'];
}>;

type Pending = Readonly<{ settle: (value: unknown) => void; fail: (why: Error) => void }>;

export function createPendingCalls(
  deps: Readonly<{ clock: Pick<Clock, 'after'>; limitMs: number }>,
): PendingCalls {
  const { clock, limitMs } = deps;
  const ends = createEmitter<void>();
  const pending = new Map<number, Pending>();
  let lastId = 0;
  return {
    onEnd: ends.on,
    wait: (post) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        const id = lastId;
        const cancelLimit = clock.after(limitMs, () => pending.get(id)?.settle(undefined));
        const end = () => {
          cancelLimit();
          pending.delete(id);
          ends.emit();
        };
        pending.set(id, {
          settle: (value) => {
            end();
            resolve(value);
          },
          fail: (why) => {
            end();
            reject(why);
          },
        });
        post(id);
      }),
    settle: (id, value) => pending.get(id)?.settle(value),
    fail: (id, why) => pending.get(id)?.fail(why),
    giveUp: () => {
      for (const one of pending.values()) one.settle(undefined);
    },
    isEmpty: () => pending.size === 0,
  };
}
