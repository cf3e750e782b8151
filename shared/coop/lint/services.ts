/** What is probably not meant in a service, alone and beside the others. Pure. */
import type { Service } from '../service.ts';
import { expandPreset, presets } from '../presets.ts';
import { hostOf } from '../web.ts';
import { webParts } from '../../net/web-parts.ts';
import { expectationHints } from './expectations.ts';
import type { Hint } from './hint.ts';
import { hint } from './hint.ts';
import { isThisMachine } from '../../net/bare-host.ts';
import { isNear } from '../../net/own-network.ts';
import { probedHost, siteOf } from './hosts.ts';

/** A service with its place in the document. */
export type Placed = Readonly<{ at: string; service: Service }>;

export type Surroundings = Readonly<{
  byId: ReadonlyMap<string, Placed>;
  /** Sites that belong to the co-op itself. */
  ownSites: ReadonlySet<string>;
  hasRdap: boolean;
}>;

/** Others' machines are asked no more often, in s. */
const kindS = 60;
/** No interval is meant to be longer than some hours; in s. */
const longS = 10_000;
/** Certificates of the usual authorities live three months. */
const usualLifeDays = 90;

export function serviceHints(placed: Placed, around: Surroundings): readonly Hint[] {
  const { at, service } = placed;
  if (service.retired) return [];
  return [
    ...(service.probe || service.feed ? [] : [hint(at, 'never-checked')]),
    ...timeHints(placed),
    ...placeHints(placed, around),
    ...probeHints(placed),
    ...reliefHints(placed, around),
    ...domainHints(placed, around),
  ];
}

function timeHints({ at, service }: Placed): readonly Hint[] {
  const { intervalS, damping, probe } = service;
  const hints: Hint[] = [];
  if (intervalS >= longS && intervalS % 1000 === 0) {
    hints.push(
      hint(`${at}.intervalS`, 'interval-ms', { got: intervalS, suggestion: intervalS / 1000 }),
    );
  }
  if (probe && probe.timeoutMs > intervalS * 1000) {
    hints.push(hint(`${at}.probe.timeoutMs`, 'timeout-long', { intervalS }));
  }
  if (damping.confirmS > intervalS) {
    hints.push(hint(`${at}.damping.confirmS`, 'confirm-slow', { intervalS }));
  }
  return hints;
}

function placeHints(placed: Placed, { ownSites }: Surroundings): readonly Hint[] {
  const { at, service } = placed;
  const host = probedHost(service);
  if (host === undefined) return [];
  if (isNear(host)) return [hint(`${at}.probe`, 'local-host', { host })];
  const { intervalS } = service;
  return intervalS < kindS && !ownSites.has(siteOf(host))
    ? [hint(`${at}.intervalS`, 'interval-unkind', { host, intervalS })]
    : [];
}

function probeHints({ at, service: { probe } }: Placed): readonly Hint[] {
  if (!probe || probe.type === 'dns' || probe.type === 'tcp') return [];
  const hints: Hint[] = [];
  const days = Math.max(...probe.certificate.warnDays);
  if (days > usualLifeDays) {
    hints.push(hint(`${at}.probe.certificate.warnDays`, 'warn-days-long', { days }));
  }
  if (probe.type === 'preset') {
    const { path } = presets[probe.preset];
    if (webParts(probe.url)?.path.startsWith(path)) {
      hints.push(hint(`${at}.probe.url`, 'preset-path', { path }));
    }
  }
  if ('url' in probe && webParts(probe.url)?.fragment !== undefined) {
    hints.push(hint(`${at}.probe.url`, 'fragment'));
  }
  return probe.type === 'http' ? [...hints, ...expectationHints(probe, `${at}.probe`)] : hints;
}

/** What is meant to help while the service is down, and would be down with it. */
function reliefHints({ at, service }: Placed, { byId }: Surroundings): readonly Hint[] {
  const host = probedHost(service) ?? (service.url && hostOf(service.url));
  // Stand-ins on one machine are told already, and rest on nothing else.
  const isHere = host === undefined || isThisMachine(host);
  const hints: Hint[] = [];
  const insteadHost = service.instead?.url && hostOf(service.instead.url);
  if (!isHere && insteadHost === host) {
    hints.push(hint(`${at}.instead.url`, 'instead-same-host', { host }));
  }
  const standby = service.standby && byId.get(service.standby.service)?.service;
  if (standby) {
    const isChecked = !standby.retired && (standby.probe ?? standby.feed) !== undefined;
    const { name } = standby;
    if (!isChecked) hints.push(hint(`${at}.standby.service`, 'standby-unchecked', { name }));
    else if (!isHere && probedHost(standby) === host) {
      hints.push(hint(`${at}.standby.service`, 'standby-same-host', { host }));
    }
  }
  const parent = service.parent === undefined ? undefined : byId.get(service.parent)?.service;
  if (parent?.retired) hints.push(hint(`${at}.parent`, 'parent-retired', { name: parent.name }));
  return hints;
}

function domainHints({ at, service: { domain } }: Placed, around: Surroundings): readonly Hint[] {
  if (domain === undefined) return [];
  const registered = siteOf(domain);
  return [
    ...(around.hasRdap ? [] : [hint(`${at}.domain`, 'domain-unasked')]),
    ...(registered === domain ? [] : [hint(`${at}.domain`, 'domain-part', { domain: registered })]),
  ];
}

/** Services that are two in name only. */
export function twinHints(services: readonly Placed[]): readonly Hint[] {
  const asked = services.filter(({ service }) => !service.retired);
  return [
    ...twins(asked, ({ service }) => service.name.toLowerCase(), 'name', 'name-twin'),
    ...twins(asked, ({ service }) => questionOf(service), 'probe', 'probe-twin'),
    ...twins(asked, ({ service }) => service.domain, 'domain', 'domain-twin'),
  ];
}

function twins(
  services: readonly Placed[],
  keyOf: (one: Placed) => string | undefined,
  field: string,
  code: 'name-twin' | 'probe-twin' | 'domain-twin',
): readonly Hint[] {
  const first = new Map<string, Placed>();
  return services.flatMap((one) => {
    const key = keyOf(one);
    if (key === undefined) return [];
    const other = first.get(key);
    if (!other) first.set(key, one);
    return other ? [hint(`${one.at}.${field}`, code, { name: other.service.name })] : [];
  });
}

/** What is asked and how it is judged, whatever the patience. */
function questionOf({ probe }: Service): string | undefined {
  if (!probe) return undefined;
  const { timeoutMs: _patience, ...question } = expandPreset(probe);
  return JSON.stringify(question);
}
