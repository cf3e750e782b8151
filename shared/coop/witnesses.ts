import type { Service, Witness } from './document.ts';

/** Hosts that must be reachable on their own before their common silence means that we are offline. */
const enoughHosts = 3;
const atMost = 4;

/**
 * Who can tell whether we are online: the witnesses of the document, else its services' own hosts. When several
 * servers of different names fall silent in the same second, it is rather our line than all of them.
 */
export function witnessesOf(
  document: Readonly<{
    witnesses: readonly Witness[];
    services: readonly Readonly<{ service: Service }>[];
  }>,
): readonly Witness[] {
  if (document.witnesses.length > 0) return document.witnesses;
  const hosts = new Map<string, Witness>();
  for (const { service } of document.services) {
    const target = targetOf(service);
    if (target && !hosts.has(target.host)) hosts.set(target.host, target);
  }
  return hosts.size >= enoughHosts ? [...hosts.values()].slice(0, atMost) : [];
}

function targetOf(service: Service): { host: string; port: number } | undefined {
  const { probe } = service;
  if (!probe || probe.type === 'dns' || probe.type === 'federation') return undefined;
  if (probe.type === 'tcp' || probe.type === 'tls') return { host: probe.host, port: probe.port };
  const parts = /^(https?):\/\/(?:[^/?#@]*@)?(\[[^\]]+\]|[^/:?#]+)(?::(\d+))?/i.exec(probe.url);
  if (!parts?.[2]) return undefined;
  const standard = parts[1]?.toLowerCase() === 'https' ? 443 : 80;
  return { host: parts[2], port: Number(parts[3] ?? standard) };
}
