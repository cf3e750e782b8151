/** Measures the network to the web server alone, without a call. */
import type { HttpFigures } from '../../../shared/echo/measurement.ts';
import { spreadOf } from '../../../shared/echo/distribution.ts';
import { guardLookup } from '../../platform/net/addresses.ts';
import type { Net } from '../../platform/net/index.ts';
import type { Proxies } from '../../platform/net/proxies.ts';
import { createReach } from '../../platform/net/reach.ts';
import { roundTrips } from '../../platform/net/round-trips.ts';

/** BBB 3.0 answers the first from its web server; the second, for older versions, goes through the application. */
const paths = { 'rtt-check': '/bigbluebutton/rtt-check', api: '/bigbluebutton/api' } as const;
const count = 10;
const phaseMs = 3000;

/** Undefined if the server does not answer. Throws the signal's reason when aborted. */
export async function httpFigures(
  { net, proxies }: Readonly<{ net: Pick<Net, 'within'>; proxies: Proxies }>,
  origin: string,
  signal: AbortSignal,
): Promise<HttpFigures | undefined> {
  const asked = [paths['rtt-check'], paths.api];
  const request = { origin, paths: asked, count, phaseMs, signal, trust: 'system' } as const;
  const lookup = guardLookup();
  const found = await net
    .within(signal, () => roundTrips(request, createReach({ proxies, lookup, outside: lookup })))
    .catch(() => undefined);
  signal.throwIfAborted();
  if (!found?.path) return undefined;
  // What a proxy's own address and connection take says nothing about the server's.
  const { tls, ...others } = found.timings;
  const { dns, connect } = found.isProxied ? {} : others;
  const roundTripMs = spreadOf(found.readingsMs);
  return {
    via: found.path === paths.api ? 'api' : 'rtt-check',
    ...(found.isProxied ? { proxied: true } : {}),
    ...(dns === undefined ? {} : { dnsMs: dns }),
    ...(connect === undefined ? {} : { connectMs: connect }),
    ...(tls === undefined ? {} : { tlsMs: tls }),
    ...(roundTripMs ? { roundTripMs } : {}),
  };
}
