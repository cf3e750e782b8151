/** How long a server's certificate chain stays valid. Pure. */

/** One certificate that a server sent. */
export type Link = Readonly<{
  /** Name of its subject. */
  name: string;
  /** End of its validity, ms UTC. */
  validToUtcMs: number;
  /** Indexes of the certificates in the list that may have issued it. */
  issuers: readonly number[];
  /** The trusted authority that issued it, or that it is itself. */
  anchor?: ChainEnd;
}>;

/** The certificate of a chain that expires first, and when, in ms UTC. */
export type ChainEnd = Readonly<{ name: string; validToUtcMs: number }>;

/** A chain from the server's certificate to one that a trusted authority issued. */
export type Way = Readonly<{
  /** What expires first in it. */
  end: ChainEnd;
  /** Indexes of its certificates in the list, the server's own first. */
  places: readonly number[];
}>;

/**
 * The chain from the first certificate to a trusted authority that stays valid longest: a server may send an
 * authority's old certificate beside the new one, which may expire without harm while another chain is valid. Undefined
 * if no chain leads to a trusted authority.
 */
export function longestWay(links: readonly Link[]): Way | undefined {
  let best: readonly (Way | undefined)[] = links.map((link, place) =>
    link.anchor ? { end: sooner(endOf(link), link.anchor), places: [place] } : undefined,
  );
  // Each round makes the known chains longer by one; none is longer than the list.
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

/** Among equals the first, which is closer to the server. */
function sooner(a: ChainEnd, b: ChainEnd): ChainEnd {
  return b.validToUtcMs < a.validToUtcMs ? b : a;
}

function later(a: Way | undefined, b: Way | undefined): Way | undefined {
  if (!a || !b) return a ?? b;
  return b.end.validToUtcMs > a.end.validToUtcMs ? b : a;
}
