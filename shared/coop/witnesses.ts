/** Witnesses: addresses that show whether this machine is online. Pure. */
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

export const witnessesLimit = 8;

const WebWitnessSchema = v.object({ url: WebAddress, contains: v.optional(Text(200)) });
const PortWitnessSchema = v.object({ host: Host, port: Port });
/**
 * An address independent of the co-op's services that answers whenever this machine is online. `contains` is a text in
 * the real answer, to detect captive portals.
 */
export const WitnessSchema = v.union([WebWitnessSchema, PortWitnessSchema]);
export type Witness = v.InferOutput<typeof WitnessSchema>;

/** Minimum number of different service hosts to use as witnesses. */
const minHosts = 3;
const maxHosts = 4;

/** Parses witnesses one by one; invalid ones are reported and dropped. */
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
 * The document's witnesses, or else its services' own hosts: if several unrelated servers fail within the same second,
 * our connection is the likelier cause.
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
  return hosts.size >= minHosts ? [...hosts.values()].slice(0, maxHosts) : [];
}

/**
 * Endpoints of the document's services and status pages, without duplicates: an answer from any of them also proves
 * that we are online.
 */
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
