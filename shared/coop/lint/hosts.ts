/** Hosts in a document, and their registrable domains. Pure. */
import { getDomain } from 'tldts';
import type { Witness } from '../witnesses.ts';
import type { Service } from '../service.ts';
import { expandPreset } from '../presets.ts';
import { parseServerName } from '../../matrix/server-name.ts';
import { tidyHost } from '../../net/bare-host.ts';
import { hostOf } from '../web.ts';

/** The host that a service's probe connects to; undefined for DNS probes, which have none. */
export function probedHost({ probe }: Pick<Service, 'probe'>): string | undefined {
  if (!probe || probe.type === 'dns') return undefined;
  if (probe.type === 'federation') return parseServerName(probe.serverName)?.host;
  const plain = expandPreset(probe);
  return plain.type === 'http'
    ? hostOf(plain.url)
    : 'host' in plain
      ? tidyHost(plain.host)
      : undefined;
}

export function witnessHost(witness: Witness): string | undefined {
  return 'url' in witness ? hostOf(witness.url) : tidyHost(witness.host);
}

/**
 * The registrable domain of a host, by the Public Suffix List; IP addresses and single labels are returned unchanged.
 */
export function siteOf(host: string): string {
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}
