/** The order of a comparison: each server twice, in two shuffled rounds, so that one slow minute does not decide it. */

/** `random`: as Math.random. A single server is tested once. */
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
