import type { Steps } from '../../../shared/steps.ts';
import { inSteps } from '../../../shared/steps.ts';

/** Runs all steps, and returns how long the longest of them blocked the thread, in ms of CPU time. */
export async function walked<T>(
  begin: () => Steps<T>,
): Promise<Readonly<{ value: T; longestMs: number }>> {
  let longestMs = 0;
  let begun = process.threadCpuUsage();
  const lap = () => {
    const { user, system } = process.threadCpuUsage(begun);
    longestMs = Math.max(longestMs, (user + system) / 1000);
    begun = process.threadCpuUsage();
  };
  const value = await inSteps(begin(), async () => lap());
  lap();
  return { value, longestMs };
}
