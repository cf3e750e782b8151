/** Which hosts are of one's own network, as far as a name or an address tells. Pure. */
import ipaddr from 'ipaddr.js';
import { isThisMachine } from './bare-host.ts';
import { withCarried } from './forbidden-address.ts';
import { isAddress } from './ip-address.ts';

const ranges: ReadonlySet<string> = new Set([
  'loopback',
  'private',
  'linkLocal',
  'uniqueLocal',
  'unspecified',
]);
const names = /\.(?:local|lan|home|internal|intranet|corp|home\.arpa)$/;

/** Reached from the same network at best, or by each machine as itself: whoever answers there says nothing of the way out. */
export function isNear(host: string): boolean {
  if (isAddress(host)) return ranges.has(ipaddr.process(host).range());
  return isThisMachine(host) || names.test(host) || !/[.:]/.test(host);
}

const insideRanges: ReadonlySet<string> = new Set([
  ...ranges,
  'carrierGradeNat',
  'deprecatedSiteLocal',
]);

/** Whether a packet to an address may come out in a network that the internet does not reach, such as a company's. */
export function isInside(address: string): boolean {
  return withCarried(address).some((one) => insideRanges.has(one.range()));
}
