/** Time until the next poll, in ms: the interval, doubled for each further failure, up to a limit. */
export function pollDelayMs(
  schedule: Readonly<{
    intervalMs: number;
    /** Consecutive ones, up to now. */
    failures: number;
    /** Does not shorten a longer interval. */
    maxBackoffMs: number;
  }>,
): number {
  const { intervalMs, failures, maxBackoffMs } = schedule;
  const backoffMs = intervalMs * 2 ** Math.max(0, failures - 1);
  return Math.max(intervalMs, Math.min(backoffMs, maxBackoffMs));
}
