/** Which machines a document speaks of, and whose they are. Pure. */
import { getDomain } from 'tldts';
import type { Witness } from '../witnesses.ts';
import type { Service } from '../service.ts';
import { expandPreset } from '../presets.ts';
import { parseServerName } from '../../matrix/server-name.ts';
import { tidyHost } from '../../net/bare-host.ts';
import { hostOf } from '../web.ts';

/** The machine that a service's probe asks; undefined for the DNS, which is everywhere. */
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

/** What one owner registered of a name, by the Public Suffix List; an address and a bare name stand for themselves. */
export function siteOf(host: string): string {
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}
