/**
 * How long something that was read is valid. Its end must trigger an update, although nothing else happens then. Pure.
 */

/** Both ends inclusive; ms UTC. */
export type Life = Readonly<{ fromUtcMs: number; untilUtcMs: number }>;

export function holds({ fromUtcMs, untilUtcMs }: Life, nowUtcMs: number): boolean {
  return fromUtcMs <= nowUtcMs && nowUtcMs <= untilUtcMs;
}

/** The next moment at which one of them begins or is over; undefined if there is none. */
export function nextTurnUtcMs(lives: Iterable<Life>, nowUtcMs: number): number | undefined {
  let next = Infinity;
  for (const { fromUtcMs, untilUtcMs } of lives) {
    if (fromUtcMs > nowUtcMs) next = Math.min(next, fromUtcMs);
    if (untilUtcMs >= nowUtcMs) next = Math.min(next, untilUtcMs + 1);
  }
  return next === Infinity ? undefined : next;
}
