/** Asks how old the data of standbys are: now and then while all is well, and at once when one is needed. */
import { selectValues } from '../../../shared/coop/json-path.ts';
import type { KnownService } from '../../../shared/coop/service.ts';
import type { FreshnessSource } from '../../../shared/coop/standby.ts';
import type { Life } from '../../../shared/status/life.ts';
import { refusalOf } from '../../../shared/status/refusal.ts';
import type { Age } from '../../../shared/status/standby-view.ts';
import { copyLife, judgeAge } from '../../../shared/status/standby.ts';
import { parseTimestamp } from '../../../shared/time/timestamp.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Net } from '../../platform/net/index.ts';
import { RefusedError, createManners } from './host-backoff.ts';
import { createRounds } from './check-scheduler.ts';

export type Freshness = Readonly<{
  /** How old the data of the standby of `serviceId` are. */
  freshnessOf: (serviceId: string) => Age;
  /** From when until when they are fresh, as far as that is known. */
  lifeOf: (serviceId: string) => Life | undefined;
  setServices: (services: readonly KnownService[]) => void;
  /** The service needs its standby: asks unless it has just been asked. */
  need: (serviceId: string) => void;
  suspend: () => void;
  resume: () => void;
  dispose: () => void;
}>;

/** When the data were taken, ms UTC; undefined when that cannot be told. Rejects when aborted, or with a RefusedError. */
export type AskFreshness = (
  source: FreshnessSource,
  signal: AbortSignal,
) => Promise<number | undefined>;

/** What somebody else knows of the age of a standby's data. */
export type StandbyWord = Readonly<{
  /** Undefined when it is not known. */
  ofUtcMs?: number | undefined;
  /** Older data are too old; in seconds. */
  maxAgeS: number;
}>;

const calmMs = 3_600_000;
const neededMs = 5 * 60_000;

export function createFreshness(
  parts: Readonly<{
    clock: Clock;
    ask: AskFreshness;
    /** The backups' word, which counts where the document names no source, or that has said nothing. */
    hearsay?: (serviceId: string) => StandbyWord | undefined;
    /** Whether the service is away, so that its standby matters. */
    isNeeded: (serviceId: string) => boolean;
    /** No age can be told while it is not. */
    isClockRight: () => boolean;
    onChange: () => void;
    random: () => number;
  }>,
): Freshness {
  const { clock } = parts;
  const { random } = parts;
  const rounds = createRounds({ clock, random, check: (id) => void ask(id) });
  const manners = createManners({ clock, random });
  /** What was told last; a later silence makes it no younger, so it stays. */
  const told = new Map<string, number>();
  const askedAtMs = new Map<string, number>();
  let sources = new Map<string, FreshnessSource>();
  let era = new AbortController();

  const ask = async (id: string) => {
    const source = sources.get(id);
    if (!source) return;
    const host = new URL(source.url).hostname;
    const leftMs = manners.turn(host, id);
    if (leftMs > 0) return rounds.schedule(id, leftMs);
    const { signal } = era;
    askedAtMs.set(id, clock.monotonicMs());
    const ofUtcMs = await parts.ask(source, signal).catch((error: unknown) => {
      if (error instanceof RefusedError) manners.heard(host, error.refusal);
      return undefined;
    });
    if (signal.aborted) return;
    const changed = ofUtcMs !== undefined && told.get(id) !== ofUtcMs;
    if (ofUtcMs !== undefined) told.set(id, ofUtcMs);
    rounds.scheduleAbout(id, parts.isNeeded(id) ? neededMs : calmMs);
    if (changed) parts.onChange();
  };

  const stop = () => {
    era.abort(new Error('suspended'));
    era = new AbortController();
    rounds.clear();
  };
  const start = () => {
    for (const id of sources.keys()) rounds.schedule(id, 0);
  };

  const wordOf = (id: string): StandbyWord | undefined => {
    const source = sources.get(id);
    const ofUtcMs = told.get(id);
    return source && ofUtcMs !== undefined ? { ...source, ofUtcMs } : parts.hearsay?.(id);
  };

  return {
    freshnessOf: (id) => {
      const word = parts.isClockRight() ? wordOf(id) : undefined;
      return word ? judgeAge(word.ofUtcMs, word.maxAgeS, clock.nowUtcMs()) : { age: 'unknown' };
    },
    lifeOf: (id) => {
      const { ofUtcMs, maxAgeS = 0 } = wordOf(id) ?? {};
      return ofUtcMs === undefined ? undefined : copyLife(ofUtcMs, maxAgeS);
    },
    setServices: (services) => {
      stop();
      sources = new Map(
        services.flatMap(({ service: { id, standby } }) =>
          standby?.freshness ? [[id, standby.freshness] as const] : [],
        ),
      );
      // Another document may ask another source.
      told.clear();
      askedAtMs.clear();
      start();
    },
    need: (id) => {
      const last = askedAtMs.get(id) ?? Number.NEGATIVE_INFINITY;
      if (sources.has(id) && clock.monotonicMs() - last >= neededMs) rounds.schedule(id, 0);
    },
    suspend: stop,
    resume: () => {
      stop();
      start();
    },
    dispose: stop,
  };
}

/** An answer that says no more than a time is small; in bytes. */
const bodyLimitBytes = 64 * 1024;
const phaseMs = 10_000;
const redirectLimit = 5;

export function createAskFreshness(
  parts: Readonly<{ net: Pick<Net, 'request'>; clock: Pick<Clock, 'nowUtcMs'> }>,
): AskFreshness {
  return async ({ url, path }, signal) => {
    const answer = await parts.net.request({
      url,
      headers: { accept: 'application/json' },
      signal,
      phaseMs,
      bodyBytes: bodyLimitBytes,
      redirects: redirectLimit,
      trust: 'system',
    });
    const refusal = refusalOf(answer, parts.clock.nowUtcMs());
    if (refusal) throw new RefusedError(refusal);
    return answer.status === 200 ? instantAt(path, answer.body) : undefined;
  };
}

/** Of several parts the oldest counts: a standby is as old as what is oldest in it, and one that cannot be read hides it. */
function instantAt(path: string, body: string): number | undefined {
  try {
    const found = selectValues(path, JSON.parse(body));
    const instants = found.ok ? found.values.map(parseTimestamp) : [];
    const known = instants.filter((one) => one !== undefined);
    if (known.length === 0 || known.length < instants.length) return undefined;
    return known.reduce((oldest, one) => Math.min(oldest, one));
  } catch {
    return undefined;
  }
}
