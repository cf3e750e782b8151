/**
 * How long to wait until then, in ms. Nothing where that is further ahead than anything is ever put off: it was reckoned
 * by a clock that has been set back since. Pure.
 */
export function leftMs(untilUtcMs: number, nowUtcMs: number, longestMs: number): number {
  const left = untilUtcMs - nowUtcMs;
  return left > longestMs ? 0 : Math.max(0, left);
}
