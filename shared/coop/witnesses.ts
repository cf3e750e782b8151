/** Who can tell whether this machine is online. Pure. */
import * as v from 'valibot';
import type { Place } from '../net/answers.ts';
import { placeKey, placeOf } from '../net/answers.ts';
import type { Problem } from './problem.ts';
import type { Service } from './service.ts';
import type { Feed } from './feed.ts';
import { parseEntry, problemAt } from './problem.ts';
import { isRecord } from '../json.ts';
import { Host, Port } from './host.ts';
import { Text } from './parts.ts';
import { WebAddress } from './web.ts';
import { webParts } from '../net/web-parts.ts';

/** Witnesses of one document. */
export const witnessesLimit = 8;

export const WebWitnessSchema = v.object({ url: WebAddress, contains: v.optional(Text(200)) });
export const PortWitnessSchema = v.object({ host: Host, port: Port });
/**
 * An address that answers whenever this machine is online, independent of the co-op's services.
 * `contains` is what a real answer holds, so that a captive portal's page is not taken for it.
 */
export const WitnessSchema = v.union([WebWitnessSchema, PortWitnessSchema]);
export type Witness = v.InferOutput<typeof WitnessSchema>;

/** Hosts that must be reachable on their own before their common silence means that we are offline. */
const enoughHosts = 3;
const atMost = 4;

/** One by one: a wrong one is said and left out, so that a slip there costs no service. */
export function readWitnesses(
  raws: readonly unknown[],
): Readonly<{ witnesses: readonly Witness[]; problems: readonly Problem[] }> {
  const witnesses: Witness[] = [];
  const problems: Problem[] = [];
  for (const [index, raw] of raws.entries()) {
    const isPort = isRecord(raw) && 'host' in raw && !('url' in raw);
    const parsed = parseEntry(isPort ? PortWitnessSchema : WebWitnessSchema, raw);
    if (parsed.success) witnesses.push(parsed.output);
    else problems.push(problemAt(`$.witnesses[${index}]`, parsed.issues[0]));
  }
  return { witnesses, problems };
}

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

/** Where a document's services and status pages are, each once: whoever answers there proves the way out as well. */
export function placesOf(
  document: Readonly<{
    services: readonly Readonly<{ service: Service }>[];
    feeds: readonly Feed[];
  }>,
): readonly Place[] {
  const places = [
    ...document.services.flatMap(({ service }) => placeOfService(service) ?? []),
    ...document.feeds.map(({ url }) => placeOf(url)),
  ];
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}

function placeOfService(service: Service): Place | undefined {
  const target = targetOf(service);
  if (!target || !service.probe) return undefined;
  if ('url' in service.probe) return placeOf(service.probe.url);
  return { ...target, speaks: service.probe.type === 'tls' ? 'tls' : 'tcp' };
}

function targetOf(service: Service): { host: string; port: number } | undefined {
  const { probe } = service;
  if (!probe || probe.type === 'dns' || probe.type === 'federation') return undefined;
  if (probe.type === 'tcp' || probe.type === 'tls') return { host: probe.host, port: probe.port };
  const parts = webParts(probe.url);
  return parts && { host: parts.host, port: parts.port };
}
