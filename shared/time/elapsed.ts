/** Remaining time in ms. 0 if that is longer than anything is ever delayed: the clock was set back since. Pure. */
export function leftMs(untilUtcMs: number, nowUtcMs: number, longestMs: number): number {
  const left = untilUtcMs - nowUtcMs;
  return left > longestMs ? 0 : Math.max(0, left);
}
