/** How long something that was read is shown as it is: its end is an event like any other, though nothing happens. Pure. */

/** Both ends belong to it; ms UTC. */
export type Life = Readonly<{ fromUtcMs: number; untilUtcMs: number }>;

export function holds({ fromUtcMs, untilUtcMs }: Life, nowUtcMs: number): boolean {
  return fromUtcMs <= nowUtcMs && nowUtcMs <= untilUtcMs;
}

/** The first moment after this one at which one of them begins or is over; undefined when there is none. */
export function nextTurnUtcMs(lives: Iterable<Life>, nowUtcMs: number): number | undefined {
  let next = Infinity;
  for (const { fromUtcMs, untilUtcMs } of lives) {
    if (fromUtcMs > nowUtcMs) next = Math.min(next, fromUtcMs);
    if (untilUtcMs >= nowUtcMs) next = Math.min(next, untilUtcMs + 1);
  }
  return next === Infinity ? undefined : next;
}
