/** Hints about services, individually and compared with each other. Pure. */
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

/** A service with its path in the document. */
export type Placed = Readonly<{ at: string; service: Service }>;

export type LintContext = Readonly<{
  byId: ReadonlyMap<string, Placed>;
  /** The co-op's own registrable domains. */
  ownSites: ReadonlySet<string>;
  hasRdap: boolean;
}>;

/** In s; minimum polite interval for other people's servers. */
const minForeignIntervalS = 60;
/** In s; a longer interval was probably meant as ms. */
const suspiciousIntervalS = 10_000;
/** Certificates of common authorities are valid for about three months. */
const usualValidityDays = 90;

export function serviceHints(placed: Placed, context: LintContext): readonly Hint[] {
  const { at, service } = placed;
  if (service.retired) return [];
  return [
    ...(service.probe || service.feed ? [] : [hint(at, 'never-checked')]),
    ...timeHints(placed),
    ...placeHints(placed, context),
    ...probeHints(placed),
    ...fallbackHints(placed, context),
    ...domainHints(placed, context),
  ];
}

function timeHints({ at, service }: Placed): readonly Hint[] {
  const { intervalS, damping, probe } = service;
  const hints: Hint[] = [];
  if (intervalS >= suspiciousIntervalS && intervalS % 1000 === 0) {
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

function placeHints(placed: Placed, { ownSites }: LintContext): readonly Hint[] {
  const { at, service } = placed;
  const host = probedHost(service);
  if (host === undefined) return [];
  if (isNear(host)) return [hint(`${at}.probe`, 'local-host', { host })];
  const { intervalS } = service;
  return intervalS < minForeignIntervalS && !ownSites.has(siteOf(host))
    ? [hint(`${at}.intervalS`, 'interval-unkind', { host, intervalS })]
    : [];
}

function probeHints({ at, service: { probe } }: Placed): readonly Hint[] {
  if (!probe || probe.type === 'dns' || probe.type === 'tcp') return [];
  const hints: Hint[] = [];
  const days = Math.max(...probe.certificate.warnDays);
  if (days > usualValidityDays) {
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

/** Fallbacks that would be down together with the service. */
function fallbackHints({ at, service }: Placed, { byId }: LintContext): readonly Hint[] {
  const host = probedHost(service) ?? (service.url && hostOf(service.url));
  // Services on localhost already get a `local-host` hint.
  const isLocal = host === undefined || isThisMachine(host);
  const hints: Hint[] = [];
  const insteadHost = service.instead?.url && hostOf(service.instead.url);
  if (!isLocal && insteadHost === host) {
    hints.push(hint(`${at}.instead.url`, 'instead-same-host', { host }));
  }
  const standby = service.standby && byId.get(service.standby.service)?.service;
  if (standby) {
    const isChecked = !standby.retired && (standby.probe ?? standby.feed) !== undefined;
    const { name } = standby;
    if (!isChecked) hints.push(hint(`${at}.standby.service`, 'standby-unchecked', { name }));
    else if (!isLocal && probedHost(standby) === host) {
      hints.push(hint(`${at}.standby.service`, 'standby-same-host', { host }));
    }
  }
  const parent = service.parent === undefined ? undefined : byId.get(service.parent)?.service;
  if (parent?.retired) hints.push(hint(`${at}.parent`, 'parent-retired', { name: parent.name }));
  return hints;
}

function domainHints({ at, service: { domain } }: Placed, context: LintContext): readonly Hint[] {
  if (domain === undefined) return [];
  const registered = siteOf(domain);
  return [
    ...(context.hasRdap ? [] : [hint(`${at}.domain`, 'domain-unasked')]),
    ...(registered === domain ? [] : [hint(`${at}.domain`, 'domain-part', { domain: registered })]),
  ];
}

/** Services that duplicate another one. */
export function twinHints(services: readonly Placed[]): readonly Hint[] {
  const active = services.filter(({ service }) => !service.retired);
  return [
    ...twins(active, ({ service }) => service.name.toLowerCase(), 'name', 'name-twin'),
    ...twins(active, ({ service }) => probeKey(service), 'probe', 'probe-twin'),
    ...twins(active, ({ service }) => service.domain, 'domain', 'domain-twin'),
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

/** Identifies a probe and its expectations, ignoring the timeout. */
function probeKey({ probe }: Service): string | undefined {
  if (!probe) return undefined;
  const { timeoutMs: _timeout, ...rest } = expandPreset(probe);
  return JSON.stringify(rest);
}
