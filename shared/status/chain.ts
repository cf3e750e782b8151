/** How long the way from a server's certificate to a trusted authority holds. Pure. */

/** One certificate that a server sent. */
export type Link = Readonly<{
  /** Whose it is. */
  name: string;
  /** End of its validity, ms UTC. */
  validToUtcMs: number;
  /** Places in the list of those that may have issued it. */
  issuers: readonly number[];
  /** The trusted authority that issued it, or that it is itself. */
  anchor?: ChainEnd;
}>;

/** The certificate that ends first on a way, and when, in ms UTC. */
export type ChainEnd = Readonly<{ name: string; validToUtcMs: number }>;

/**
 * What ends first on that way from the first certificate to a trusted authority which holds longest: a server may send
 * an old certificate of an authority beside the new one, and what has ended there hurts nobody while another way is
 * left. Undefined when no way leads to a trusted authority.
 */
export function endOfChain(links: readonly Link[]): ChainEnd | undefined {
  let best: readonly (ChainEnd | undefined)[] = links.map(({ anchor }, index) =>
    anchor ? sooner(links[index], anchor) : undefined,
  );
  // A way is no longer than the list: each round makes the ways that are known longer by one.
  for (let round = 1; round < links.length; round += 1) {
    best = links.map((link, index) => {
      const ways = link.issuers.map((issuer) => best[issuer]);
      return ways.reduce((kept, way) => later(kept, way && sooner(link, way)), best[index]);
    });
  }
  return best[0];
}

/** Of equals the first, which is nearer to the server. */
function sooner(a: ChainEnd | undefined, b: ChainEnd): ChainEnd {
  if (!a || b.validToUtcMs < a.validToUtcMs) return b;
  return { name: a.name, validToUtcMs: a.validToUtcMs };
}

function later(a: ChainEnd | undefined, b: ChainEnd | undefined): ChainEnd | undefined {
  if (!a || !b) return a ?? b;
  return b.validToUtcMs > a.validToUtcMs ? b : a;
}
