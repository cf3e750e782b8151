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

/** A way from the server's certificate up to one that a trusted authority issued. */
export type Way = Readonly<{
  /** What ends first on it. */
  end: ChainEnd;
  /** Places of its certificates in the list, the server's own first. */
  places: readonly number[];
}>;

/**
 * That way from the first certificate to a trusted authority which holds longest: a server may send an old certificate
 * of an authority beside the new one, and what has ended there hurts nobody while another way is left. Undefined when
 * no way leads to a trusted authority.
 */
export function longestWay(links: readonly Link[]): Way | undefined {
  let best: readonly (Way | undefined)[] = links.map((link, place) =>
    link.anchor ? { end: sooner(endOf(link), link.anchor), places: [place] } : undefined,
  );
  // A way is no longer than the list: each round makes the ways that are known longer by one.
  for (let round = 1; round < links.length; round += 1) {
    best = links.map((link, place) => {
      const ways = link.issuers.map((issuer): Way | undefined => {
        const above = best[issuer];
        return above && { end: sooner(endOf(link), above.end), places: [place, ...above.places] };
      });
      return ways.reduce(later, best[place]);
    });
  }
  return best[0];
}

function endOf({ name, validToUtcMs }: Link): ChainEnd {
  return { name, validToUtcMs };
}

/** Of equals the first, which is nearer to the server. */
function sooner(a: ChainEnd, b: ChainEnd): ChainEnd {
  return b.validToUtcMs < a.validToUtcMs ? b : a;
}

function later(a: Way | undefined, b: Way | undefined): Way | undefined {
  if (!a || !b) return a ?? b;
  return b.end.validToUtcMs > a.end.validToUtcMs ? b : a;
}
