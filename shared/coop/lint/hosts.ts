/** Which machines a document speaks of, and whose they are. Pure. */
import { getDomain } from 'tldts';
import type { Service, Witness } from '../document.ts';
import { expandPreset } from '../presets.ts';
import { parseServerName } from '../../status/federation.ts';
import { webParts } from '../web.ts';

/** The machine that a service's probe asks; undefined for the DNS, which is everywhere. */
export function probedHost({ probe }: Pick<Service, 'probe'>): string | undefined {
  if (!probe || probe.type === 'dns') return undefined;
  if (probe.type === 'federation') return parseServerName(probe.serverName)?.host;
  const plain = expandPreset(probe);
  return plain.type === 'http' ? hostOf(plain.url) : 'host' in plain ? tidy(plain.host) : undefined;
}

export function hostOf(url: string): string | undefined {
  const parts = webParts(url);
  return parts && tidy(parts.host);
}

export function witnessHost(witness: Witness): string | undefined {
  return 'url' in witness ? hostOf(witness.url) : tidy(witness.host);
}

function tidy(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}

/** What one owner registered of a name, by the Public Suffix List; an address and a bare name stand for themselves. */
export function siteOf(host: string): string {
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}

const privateRange =
  /^(?:localhost$|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/;
const privateName = /\.(?:local|localhost|lan|home|internal|intranet|corp|home\.arpa)$/;

/** Reached from the same network at best, or by each machine as itself. */
export function isLocal(host: string): boolean {
  return privateRange.test(host) || privateName.test(host) || !/[.:]/.test(host);
}

export function isLoopback(host: string): boolean {
  return /^(?:localhost$|127\.|::1$)/.test(host) || host.endsWith('.localhost');
}
