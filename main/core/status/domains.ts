/** Asks the registries how the co-op's domains are and when they end: once a day each, also across restarts. */
import { domainToASCII } from 'node:url';
import * as v from 'valibot';
import type { KnownService } from '../../../shared/coop/service.ts';
import type { DomainView } from '../../../shared/status/domain-view.ts';
import { judgeDomain } from '../../../shared/status/domain.ts';
import type { RegistryWord } from '../../../shared/status/rdap.ts';
import { readRegistry, standings } from '../../../shared/status/rdap.ts';
import type { Change } from '../../../shared/status/notices.ts';
import { refusalOf } from '../../../shared/status/refusal.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TextStore } from '../../platform/files.ts';
import type { Net } from '../../platform/net/index.ts';
import { RefusedError, createManners } from './host-backoff.ts';
import { createRounds } from './check-scheduler.ts';
import { UtcMs } from '../../../shared/time/utc-ms.ts';
import { readableRecord } from '../../../shared/lists/readable.ts';
import type { FileForm } from '../../platform/profile-file.ts';

export type Domains = Readonly<{
  /** Undefined for a domain that is not asked for. */
  domainOf: (name: string) => DomainView | undefined;
  /** Without `rdapUrl` nothing is asked. */
  setServices: (rdapUrl: string | undefined, services: readonly KnownService[]) => Promise<void>;
  dispose: () => void;
}>;

/** What the registry says; undefined when that cannot be told. Rejects when there is no answer, or a RefusedError. */
export type AskDomain = (
  rdapUrl: string,
  domain: string,
  signal: AbortSignal,
) => Promise<RegistryWord | undefined>;

const dayMs = 86_400_000;
/** The start of the app belongs to the services; in ms. */
const patienceMs = 20_000;
/** How long to wait for the network before it is asked for again, in ms. */
const offlineMs = 10 * 60_000;
/** A registry that refuses is asked again before the next day, but in no hurry; in ms. */
const refusedMs = 3_600_000;

const KnownSchema = v.object({
  askedAtUtcMs: UtcMs,
  endsUtcMs: v.optional(UtcMs),
  standing: v.optional(v.picklist(standings)),
  /** The step that was told last, so that it is told once. */
  toldBand: v.optional(v.number()),
});
type Known = v.InferOutput<typeof KnownSchema>;

/** The first form had no version, and the domains alone. */
const fileOf = (domains: v.GenericSchema<unknown, Record<string, Known>>) =>
  v.union([
    v.pipe(
      v.object({ version: v.number(), domains }),
      v.transform((file) => file.domains),
    ),
    domains,
  ]);
const FileSchema = fileOf(readableRecord(v.string(), KnownSchema));

export const domainsForm: FileForm = {
  name: 'domains',
  limitBytes: 256 * 1024,
  version: 1,
  whole: fileOf(v.record(v.string(), KnownSchema)),
};

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
  const manners = createManners({ clock, random });
  let base = '';
  let services: readonly KnownService[] = [];
  let known: Map<string, Known> | undefined;
  let watched: ReadonlySet<string> = new Set();
  let era = new AbortController();

  const ask = async (name: string) => {
    if (!parts.isOnline()) return rounds.schedule(name, offlineMs);
    const host = new URL(base).hostname;
    const leftMs = manners.turn(host, name);
    if (leftMs > 0) return rounds.schedule(name, leftMs);
    const { signal } = era;
    const askedAtUtcMs = clock.nowUtcMs();
    const answer = await parts.ask(base, name, signal).catch(refusedOrNothing);
    if (signal.aborted) return;
    // The very answer may have shown that it is the clock of this machine that makes the end look near.
    if (!parts.isOnline()) return rounds.schedule(name, offlineMs);
    if (answer instanceof RefusedError) {
      manners.heard(host, answer.refusal);
      return rounds.schedule(name, Math.max(refusedMs, manners.turn(host, name)));
    }
    const before = known?.get(name);
    const { told, changes } = steps(name, heard(before, answer, askedAtUtcMs));
    known?.set(name, told);
    rounds.scheduleAbout(name, dayMs);
    const domains = Object.fromEntries(known ?? []);
    await store.save(JSON.stringify({ version: 1, domains })).catch(() => undefined);
    const isOther = before?.endsUtcMs !== told.endsUtcMs || before?.standing !== told.standing;
    if (changes.length > 0 || isOther) parts.onChange(changes);
  };

  const steps = (name: string, one: Known) => {
    const { toldBand, ...rest } = one;
    const trouble = judgeDomain(name, one, clock.nowUtcMs());
    const band = Number(trouble?.params['band']);
    if (!trouble || Number.isNaN(band)) return { told: rest, changes: [] };
    const isNew = toldBand === undefined || band < toldBand;
    const of = isNew ? services.find(({ service }) => service.domain === name) : undefined;
    const change = of && {
      serviceId: of.service.id,
      name: of.service.name,
      from: 'up' as const,
      to: 'degraded' as const,
      reason: trouble,
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
      const { endsUtcMs, standing } = known?.get(name) ?? {};
      return {
        name,
        ...(endsUtcMs === undefined ? {} : { endsUtcMs }),
        ...(standing ? { standing } : {}),
      };
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

/**
 * No answer today does not make what was told yesterday wrong, and neither does one without an end: those only move
 * away. But a domain of which nothing is said any more is well again.
 */
function heard(
  before: Known | undefined,
  word: RegistryWord | undefined,
  askedAtUtcMs: number,
): Known {
  if (!word) return { ...before, askedAtUtcMs };
  const { standing: _before, ...rest } = before ?? {};
  return { ...rest, ...word, askedAtUtcMs };
}

function refusedOrNothing(error: unknown): RefusedError | undefined {
  return error instanceof RefusedError ? error : undefined;
}

/** What cannot be read is asked for again. */
function parseKnown(text: string): Map<string, Known> {
  try {
    return new Map(Object.entries(v.parse(FileSchema, JSON.parse(text))));
  } catch {
    return new Map();
  }
}

const bodyLimitBytes = 256 * 1024;
const phaseMs = 15_000;
const redirectLimit = 5;

export function createAskDomain(
  parts: Readonly<{ net: Pick<Net, 'request'>; clock: Pick<Clock, 'nowUtcMs'> }>,
): AskDomain {
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
    const nowUtcMs = parts.clock.nowUtcMs();
    const refusal = refusalOf(answer, nowUtcMs);
    if (refusal) throw new RefusedError(refusal);
    return answer.status === 200 ? readRegistry(answer.body, domain, nowUtcMs) : undefined;
  };
}
