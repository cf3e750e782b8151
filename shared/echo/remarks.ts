/** Remarks for the member that do not affect the verdict. Pure. */
import type { Measurement } from './measurement.ts';

const remarkCodes = [
  'relay',
  'tcp',
  'around-proxy',
  'ice-servers',
  'web-faster',
  'web-slower',
  'web-agrees',
] as const;
export type Remark = (typeof remarkCodes)[number];

/** Difference in ms at which the two round trips use different routes or queues. Our own choice. */
const minDifferenceMs = 100;
/** From here on a round trip is worth confirming, in ms. */
const longRoundTripMs = 100;

export function remarksOf({ connection, http, roundTripMs }: Measurement): readonly Remark[] {
  const route = connection?.route;
  const odd = (connection?.oddIceServers ?? 0) > 0;
  const ofRoute: readonly Remark[] = [
    ...(route === 'relay' || route === 'tcp' ? [route] : []),
    ...(http?.proxied && route === 'udp' ? (['around-proxy'] as const) : []),
    ...(odd ? (['ice-servers'] as const) : []),
  ];
  if (!http?.roundTripMs || !roundTripMs) return ofRoute;
  const moreMs = roundTripMs.median - http.roundTripMs.median;
  if (moreMs >= minDifferenceMs) return [...ofRoute, 'web-faster'];
  if (moreMs <= -minDifferenceMs) return [...ofRoute, 'web-slower'];
  return roundTripMs.median >= longRoundTripMs ? [...ofRoute, 'web-agrees'] : ofRoute;
}
