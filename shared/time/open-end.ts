/** When an event is over that may have no end. Pure. */

/** How long an event without an end is taken to last, in ms. */
const openEndMs = 30 * 60_000;

/** ms UTC. `endUtcMs` is `startUtcMs` if there is no end. */
export function overUtcMs({
  startUtcMs,
  endUtcMs,
}: Readonly<{ startUtcMs: number; endUtcMs: number }>): number {
  return endUtcMs > startUtcMs ? endUtcMs : startUtcMs + openEndMs;
}
