import type { Clock } from './clock.ts';

/** What `work` comes to; undefined once that takes longer than `limitMs`. The work itself goes on. Rejects as it does. */
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
