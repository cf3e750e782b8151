/** The order of a comparison: each server twice, in two rounds of their own order, so that a slow minute hits no one alone. */

/** `random` is as Math.random. A single server is tested once. */
export function orderOf<T>(servers: readonly T[], random: () => number): readonly T[] {
  if (servers.length < 2) return servers;
  return [...shuffled(servers, random), ...shuffled(servers, random)];
}

function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  return list
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
