/** Asks the registries when the co-op's domains end: once a day each, also across restarts. */
import { domainToASCII } from 'node:url';
import * as v from 'valibot';
import type { KnownService } from '../../shared/coop/parse.ts';
import type { DomainView } from '../../shared/status/domain.ts';
import { judgeDomain, parseExpiry } from '../../shared/status/domain.ts';
import type { Change } from '../../shared/status/notices.ts';
import type { Clock } from '../platform/clock.ts';
import type { TextStore } from '../platform/files.ts';
import type { Net } from '../platform/net/index.ts';
import { createRounds } from './rounds.ts';

export type Domains = Readonly<{
  /** Undefined for a domain that is not asked for. */
  domainOf: (name: string) => DomainView | undefined;
  /** Without `rdapUrl` nothing is asked. */
  setServices: (rdapUrl: string | undefined, services: readonly KnownService[]) => Promise<void>;
  dispose: () => void;
}>;

/** When the domain ends, ms UTC; undefined when that cannot be told. Rejects when there is no answer. */
export type AskDomain = (
  rdapUrl: string,
  domain: string,
  signal: AbortSignal,
) => Promise<number | undefined>;

const dayMs = 86_400_000;
/** The start of the app belongs to the services; in ms. */
const patienceMs = 20_000;
/** How long to wait for the network before it is asked for again, in ms. */
const offlineMs = 10 * 60_000;

const KnownSchema = v.record(
  v.string(),
  v.object({
    askedAtUtcMs: v.number(),
    endsUtcMs: v.optional(v.number()),
    /** The step that was told last, so that it is told once. */
    toldBand: v.optional(v.number()),
  }),
);
type Known = v.InferOutput<typeof KnownSchema>[string];
/** Largest file of what is known, in bytes. */
export const domainsLimitBytes = 256 * 1024;

export function createDomains(
  parts: Readonly<{
    clock: Clock;
    ask: AskDomain;
    store: TextStore;
    random: () => number;
    /** Whether a question could be answered at all. */
    isOnline: () => boolean;
    /** A domain has come nearer to its end, or its end is known now. */
    onChange: (changes: readonly Change[]) => void;
  }>,
): Domains {
  const { clock, store } = parts;
  const { random } = parts;
  const rounds = createRounds({ clock, random, check: (name) => void ask(name) });
  let base = '';
  let services: readonly KnownService[] = [];
  let known: Map<string, Known> | undefined;
  let watched: ReadonlySet<string> = new Set();
  let era = new AbortController();

  const ask = async (name: string) => {
    if (!parts.isOnline()) return rounds.schedule(name, offlineMs);
    const { signal } = era;
    const askedAtUtcMs = clock.nowUtcMs();
    const endsUtcMs = await parts.ask(base, name, signal).catch(() => undefined);
    if (signal.aborted) return;
    const before = known?.get(name);
    // No answer today does not make what was told yesterday wrong.
    const after = { ...before, askedAtUtcMs, ...(endsUtcMs === undefined ? {} : { endsUtcMs }) };
    const { told, changes } = steps(name, after);
    known?.set(name, told);
    rounds.scheduleAbout(name, dayMs);
    await store.save(JSON.stringify(Object.fromEntries(known ?? []))).catch(() => undefined);
    if (changes.length > 0 || before?.endsUtcMs !== told.endsUtcMs) parts.onChange(changes);
  };

  const steps = (name: string, one: Known) => {
    const { toldBand, ...rest } = one;
    const ending =
      one.endsUtcMs === undefined ? undefined : judgeDomain(name, one.endsUtcMs, clock.nowUtcMs());
    const band = Number(ending?.params['band']);
    if (!ending || Number.isNaN(band)) return { told: rest, changes: [] };
    const isNew = toldBand === undefined || band < toldBand;
    const of = isNew ? services.find(({ service }) => service.domain === name) : undefined;
    const change = of && {
      serviceId: of.service.id,
      name: of.service.name,
      from: 'up' as const,
      to: 'degraded' as const,
      reason: ending,
    };
    return { told: { ...rest, toldBand: band }, changes: change ? [change] : [] };
  };

  const dueInMs = (name: string): number => {
    const askedAtUtcMs = known?.get(name)?.askedAtUtcMs;
    if (askedAtUtcMs === undefined) return patienceMs;
    // A clock that was set back must not silence a domain for longer than a day.
    const dueMs = Math.min(askedAtUtcMs + dayMs - clock.nowUtcMs(), dayMs);
    return Math.max(dueMs, patienceMs);
  };

  return {
    domainOf: (name) => {
      if (!watched.has(name)) return undefined;
      const endsUtcMs = known?.get(name)?.endsUtcMs;
      return { name, ...(endsUtcMs === undefined ? {} : { endsUtcMs }) };
    },
    setServices: async (rdapUrl, next) => {
      era.abort(new Error('another document'));
      const { signal } = (era = new AbortController());
      rounds.clear();
      base = rdapUrl ?? '';
      services = next;
      const names = next.flatMap(({ service }) => service.domain ?? []);
      watched = new Set(rdapUrl === undefined ? [] : names);
      if (watched.size === 0) return;
      known ??= parseKnown((await store.load().catch(() => undefined)) ?? '');
      if (signal.aborted) return;
      for (const name of watched) rounds.schedule(name, dueInMs(name));
    },
    dispose: () => {
      era.abort(new Error('disposed'));
      rounds.clear();
    },
  };
}

/** What cannot be read is asked for again. */
function parseKnown(text: string): Map<string, Known> {
  try {
    return new Map(Object.entries(v.parse(KnownSchema, JSON.parse(text))));
  } catch {
    return new Map();
  }
}

const bodyLimitBytes = 256 * 1024;
const phaseMs = 15_000;
const redirectLimit = 5;

export function createAskDomain(parts: Readonly<{ net: Pick<Net, 'request'> }>): AskDomain {
  return async (rdapUrl, written, signal) => {
    // Registries know names of other scripts as the DNS spells them.
    const domain = domainToASCII(written) || written;
    const answer = await parts.net.request({
      url: `${rdapUrl.replace(/\/+$/, '')}/${domain}`,
      headers: { accept: 'application/rdap+json, application/json' },
      signal,
      phaseMs,
      bodyBytes: bodyLimitBytes,
      redirects: redirectLimit,
      trust: 'system',
    });
    return answer.status === 200 ? parseExpiry(answer.body, domain) : undefined;
  };
}
