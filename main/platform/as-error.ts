/** What was thrown, or why a signal was aborted, as an error: both may be any value. */
export function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
