/** The echo time split between the member's side, the network and the server. Pure. */
import type { Measurement } from './measurement.ts';
import type { Verdict } from './verdict-view.ts';

export const places = ['you', 'network', 'server'] as const;
export type Place = (typeof places)[number];

export type PathParts = Readonly<Record<Place, number | undefined>> &
  Readonly<{ totalMs: number | undefined }>;

/**
 * In whole ms. If all three are known, they add up to the total as it is shown: what rounding leaves, and our own sound
 * path, goes to the member's side.
 */
export function pathPartsOf(
  { echo, roundTripMs }: Measurement,
  { serverMs }: Pick<Verdict, 'serverMs'>,
): PathParts {
  const totalMs = rounded(echo?.ms?.median);
  const network = rounded(roundTripMs?.median);
  // Below 0 is measuring error.
  const server = serverMs === undefined ? undefined : Math.max(0, Math.round(serverMs));
  if (totalMs === undefined || network === undefined || server === undefined) {
    return { you: rounded(echo?.bufferMs), network, server, totalMs };
  }
  const you = totalMs - network - server;
  if (you >= 0) return { you, network, server, totalMs };
  // The medians of parts may exceed that of the whole by a little: the larger part gives it back.
  return server > network
    ? { you: 0, network, server: Math.max(0, server + you), totalMs }
    : { you: 0, network: Math.max(0, network + you), server, totalMs };
}

function rounded(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round(ms);
}
