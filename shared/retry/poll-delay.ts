/** Time until the next poll, in ms: the interval, and twice as long after each further failure, up to a limit. */
export function pollDelayMs(
  schedule: Readonly<{
    intervalMs: number;
    /** In a row, up to now. */
    failures: number;
    /** Never shortens an interval that is longer. */
    maxBackoffMs: number;
  }>,
): number {
  const { intervalMs, failures, maxBackoffMs } = schedule;
  const backoffMs = intervalMs * 2 ** Math.max(0, failures - 1);
  return Math.max(intervalMs, Math.min(backoffMs, maxBackoffMs));
}
