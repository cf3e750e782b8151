import type { Clock } from './clock.ts';

/**
 * The result of `work`, or undefined if it takes longer than `limitMs`; `work` is not cancelled. Rejects as `work`
 * does.
 */
export async function inTime<T>(
  clock: Pick<Clock, 'after'>,
  limitMs: number,
  work: Promise<T>,
): Promise<T | undefined> {
  let cancel = () => {};
  const late = new Promise<undefined>((resolve) => {
    cancel = clock.after(limitMs, () => resolve(undefined));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    cancel();
  }
}

/** The result of `answer`. Rejects as `answer` does, or if it takes longer than `limitMs`; it is not cancelled. */
export async function orTooLate<T>(
  clock: Pick<Clock, 'after'>,
  limitMs: number,
  answer: Promise<T>,
): Promise<T> {
  let cancel = () => {};
  const late = new Promise<never>((_resolve, reject) => {
    cancel = clock.after(limitMs, () => reject(new Error('no answer in time')));
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    cancel();
  }
}

/** The result of `ask`, or `fallback` if it fails or exceeds `limitMs`, which aborts its signal. */
export async function inTimeOr<T>(
  limitMs: number,
  ask: (signal: AbortSignal) => Promise<T>,
  fallback: T,
): Promise<T> {
  const signal = AbortSignal.timeout(limitMs);
  const late = new Promise<T>((resolve) => {
    signal.addEventListener('abort', () => resolve(fallback), { once: true });
  });
  return Promise.race([ask(signal).catch(() => fallback), late]);
}
