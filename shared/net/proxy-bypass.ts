/**
 * `no_proxy`: which hosts are reached without a proxy. Nobody has specified it; where curl, Go, Python and Chromium
 * disagree, this follows curl, which people try first. Pure.
 */
import ipaddr from 'ipaddr.js';
import { tidyHost } from './bare-host.ts';
import { canonicalAddress, isAddress } from './ip-address.ts';

/** Where a connection is to go. */
export type ProxyTarget = Readonly<{
  /** A name in ASCII, or a bare address, in lower case. */
  host: string;
  port: number;
  isPlainHttp: boolean;
}>;

export type Bypass = (target: Pick<ProxyTarget, 'host' | 'port'>) => boolean;

/** More than anybody writes by hand. */
const entryLimit = 1000;

/** Entries are separated by commas, semicolons, bars or white space; one that means nothing matches nothing. */
export function parseBypass(text: string): Bypass {
  const entries = text
    .split(/[\s,;|]+/)
    .filter(Boolean)
    .slice(0, entryLimit)
    .map(matcherOf);
  return (target) => entries.some((matches) => matches(target));
}

function matcherOf(entry: string): Bypass {
  if (entry === '*') return () => true;
  if (entry.toLowerCase() === '<local>') return ({ host }) => !/[.:]/.test(host);
  const bare = entry.replace(/^[a-z][a-z\d+.-]*:\/\//i, '').replace(/\/$/, '');
  if (bare.includes('/')) return inRange(bare);
  const { host, port } = partsOf(bare);
  const matchesHost = isAddress(host) ? isSameAddress(host) : isWithin(host);
  return (target) => (port === undefined || port === target.port) && matchesHost(target);
}

function partsOf(text: string): Readonly<{ host: string; port?: number }> {
  const whole = tidyHost(text);
  // An IPv6 address without brackets has no port.
  if (isAddress(whole)) return { host: whole };
  const [, host = whole, port] = /^(.*):(\d{1,5})$/.exec(whole) ?? [];
  return { host: tidyHost(host), ...(port === undefined ? {} : { port: Number(port) }) };
}

/** A name with all names below it, with or without a dot or `*.` before it; `10.0.*` for addresses that begin so. */
function isWithin(pattern: string): Bypass {
  if (pattern.endsWith('.*')) {
    const start = pattern.slice(0, -1);
    return ({ host }) => host.startsWith(start);
  }
  const name = pattern.replace(/^\*?\./, '');
  return ({ host }) =>
    name !== '' && !isAddress(host) && (host === name || host.endsWith(`.${name}`));
}

function isSameAddress(address: string): Bypass {
  const wanted = canonicalAddress(address);
  return ({ host }) => canonicalAddress(host) === wanted;
}

function inRange(text: string): Bypass {
  const range = text.replace(/^\[(.*)\]\//, '$1/');
  if (!ipaddr.isValidCIDR(range)) return () => false;
  const [start, bits] = ipaddr.parseCIDR(range);
  return ({ host }) => {
    if (!isAddress(host)) return false;
    const address = ipaddr.process(host);
    return address.kind() === start.kind() && address.match(start, bits);
  };
}
