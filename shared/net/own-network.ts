/** Which hosts are in the local network, judging by a name or an address. Pure. */
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

/**
 * Reachable at best from the same network, or this machine itself: an answer from there does not prove that we are
 * online.
 */
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
