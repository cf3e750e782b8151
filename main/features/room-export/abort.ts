import type { Clock } from '../../platform/clock.ts';

/** Resolves with `work`, or rejects with the signal's reason if it aborts first; `work` is not cancelled. */
export async function orAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let give = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    give = () => reject(signal.reason as Error);
  });
  signal.addEventListener('abort', give);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', give);
  }
}

/** Rejects with the signal's reason as soon as it is aborted. */
export async function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  let cancel = () => {};
  const over = new Promise<void>((resolve) => {
    cancel = clock.after(ms, resolve);
  });
  try {
    await orAborted(signal, over);
  } finally {
    cancel();
  }
}
