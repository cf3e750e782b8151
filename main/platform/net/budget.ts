import { asError } from '../as-error.ts';

/** Limits the number of parallel connections; further ones wait in line. */
export type Budget = Readonly<{
  /** Resolves to the function that releases the slot. Rejects with the signal's reason if aborted while waiting. */
  take: (signal: AbortSignal) => Promise<() => void>;
}>;

export function createBudget(slots: number): Budget {
  let free = slots;
  const queue = new Set<() => void>();

  const release = () => {
    free += 1;
    const [next] = queue;
    if (next) {
      queue.delete(next);
      next();
    }
  };
  const grant = () => {
    free -= 1;
    let given = false;
    return () => {
      if (!given) release();
      given = true;
    };
  };

  return {
    take: (signal) => {
      if (signal.aborted) return Promise.reject(asError(signal.reason));
      if (free > 0) return Promise.resolve(grant());
      return new Promise((resolve, reject) => {
        const turn = () => {
          signal.removeEventListener('abort', leave);
          resolve(grant());
        };
        const leave = () => {
          queue.delete(turn);
          reject(asError(signal.reason));
        };
        queue.add(turn);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
  };
}
