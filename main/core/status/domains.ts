/** Asks the registries for the state and the end of the co-op's domains: once a day each, also across restarts. */
import * as v from 'valibot';
import type { KnownService } from '../../../shared/coop/parse.ts';
import type { DomainView } from '../../../shared/status/domain.ts';
import { judgeDomain } from '../../../shared/status/domain.ts';
import type { RegistryWord } from '../../../shared/status/rdap.ts';
import { standings } from '../../../shared/status/rdap.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { Refusal } from '../../../shared/status/refusal.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TextStore } from '../../platform/files.ts';
import type { NextPoll, PollTarget } from '../../platform/poller.ts';
import { createGeneration } from '../../platform/generation.ts';
import { createPoller } from '../../platform/poller.ts';
import { createCheckScheduler } from './check-scheduler.ts';
import { RefusedError, createHostBackoff } from './host-backoff.ts';
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

/** What the registry says; undefined when its answer cannot be understood. Rejects without an answer, or with a RefusedError. */
export type AskDomain = (
  rdapUrl: string,
  domain: string,
  signal: AbortSignal,
) => Promise<RegistryWord | undefined>;

const dayMs = 86_400_000;
/** At the start of the app the services come first; in ms. */
const startDelayMs = 20_000;
/** Time until a request that was due while offline is tried again, in ms. */
const offlineRetryMs = 10 * 60_000;
/** A registry that refuses is asked again before the next day, but in no hurry; in ms. */
const refusedRetryMs = 3_600_000;

const KnownSchema = v.object({
  askedAtUtcMs: UtcMs,
  endsUtcMs: v.optional(UtcMs),
  standing: v.optional(v.picklist(standings)),
  /** The last step towards its end that was announced, so that each is announced once. */
  toldBand: v.optional(v.number()),
});
type Known = v.InferOutput<typeof KnownSchema>;

/** The first format had no version, and the domains alone. */
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

export type DomainsDeps = Readonly<{
  clock: Clock;
  ask: AskDomain;
  store: TextStore;
  random: () => number;
  /** Whether a registry could be asked, and its answer judged. */
  isOnline: () => boolean;
  /** A domain has come nearer to its end, or its end is known now. */
  onChange: (changes: readonly Change[]) => void;
}>;

export function createDomains(deps: DomainsDeps): Domains {
  const { clock, store, random, isOnline, onChange } = deps;
  const hosts = createHostBackoff({ clock, random });
  const generation = createGeneration();
  let base = '';
  let services: readonly KnownService[] = [];
  let known: Map<string, Known> | undefined;
  let watched: ReadonlySet<string> = new Set();

  const holdOffMs = (name: string) => hosts.waitMs(new URL(base).hostname, name);

  const keep = async (name: string, { word, askedAtUtcMs }: DomainAnswer) => {
    const before = known?.get(name);
    const now = heard(before, word, askedAtUtcMs);
    const { told, changes } = announce(name, now, services, clock.nowUtcMs());
    known?.set(name, told);
    const domains = Object.fromEntries(known ?? []);
    await store.save(JSON.stringify({ version: 1, domains })).catch(() => undefined);
    const isOther = before?.endsUtcMs !== told.endsUtcMs || before?.standing !== told.standing;
    if (changes.length > 0 || isOther) onChange(changes);
  };

  const take = ({ id: name }: PollTarget, answer: DomainAnswer | undefined): NextPoll => {
    if (!answer) return { exactlyMs: offlineRetryMs };
    if (answer.refusal) {
      hosts.note(new URL(base).hostname, answer.refusal);
      return { exactlyMs: Math.max(refusedRetryMs, holdOffMs(name)) };
    }
    void keep(name, answer);
    return { aboutMs: dayMs };
  };

  const poller = createPoller<PollTarget, DomainAnswer>({
    timers: createCheckScheduler({ clock, random }),
    isOnline,
    offlineRetryMs,
    holdOffMs: ({ id }) => holdOffMs(id),
    ask: async ({ id }, signal) => {
      const askedAtUtcMs = clock.nowUtcMs();
      return { askedAtUtcMs, ...(await answerOf(deps.ask(base, id, signal))) };
    },
    // The very answer may have shown that it is the clock of this machine that makes the end look near.
    counts: isOnline,
    take,
  });

  const dueInMs = (name: string): number => {
    const askedAtUtcMs = known?.get(name)?.askedAtUtcMs;
    if (askedAtUtcMs === undefined) return startDelayMs;
    // A clock that was set back must not silence a domain for longer than a day.
    const dueMs = Math.min(askedAtUtcMs + dayMs - clock.nowUtcMs(), dayMs);
    return Math.max(dueMs, startDelayMs);
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
      generation.renew('another document');
      const signal = generation.signal();
      poller.stop();
      base = rdapUrl ?? '';
      services = next;
      const names = next.flatMap(({ service }) => service.domain ?? []);
      watched = new Set(rdapUrl === undefined ? [] : names);
      if (watched.size === 0) return;
      known ??= parseKnown((await store.load().catch(() => undefined)) ?? '');
      if (signal.aborted) return;
      const targets = [...watched].map((name) => ({ id: name }));
      poller.start(targets, ({ id }) => dueInMs(id));
    },
    dispose: () => {
      generation.renew('disposed');
      poller.stop();
    },
  };
}

type DomainAnswer = Readonly<{
  askedAtUtcMs: number;
  word?: RegistryWord | undefined;
  refusal?: Refusal;
}>;

/** A registry that cannot be reached says nothing. */
async function answerOf(
  asking: Promise<RegistryWord | undefined>,
): Promise<Omit<DomainAnswer, 'askedAtUtcMs'>> {
  try {
    return { word: await asking };
  } catch (error) {
    return error instanceof RefusedError ? { refusal: error.refusal } : {};
  }
}

/** The changes to announce when a domain has come a step nearer to its end, and the step noted as announced. */
function announce(
  name: string,
  { toldBand, ...known }: Known,
  services: readonly KnownService[],
  nowUtcMs: number,
): Readonly<{ told: Known; changes: readonly Change[] }> {
  const trouble = judgeDomain(name, known, nowUtcMs);
  const band = Number(trouble?.params['band']);
  if (!trouble || Number.isNaN(band)) return { told: known, changes: [] };
  const isNew = toldBand === undefined || band < toldBand;
  const of = isNew ? services.find(({ service }) => service.domain === name) : undefined;
  const change = of && {
    serviceId: of.service.id,
    name: of.service.name,
    from: 'up' as const,
    to: 'degraded' as const,
    reason: trouble,
  };
  return { told: { ...known, toldBand: band }, changes: change ? [change] : [] };
}

/**
 * Without an answer, or with one that names no end, what was known yesterday holds: an end only moves further away. But
 * a domain whose standing is no longer mentioned is in good standing again.
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

/** A file that cannot be read costs only a request. */
function parseKnown(text: string): Map<string, Known> {
  try {
    return new Map(Object.entries(v.parse(FileSchema, JSON.parse(text))));
  } catch {
    return new Map();
  }
}
