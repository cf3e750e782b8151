/** Polls the age of the standbys' data: rarely while all is well, and immediately when one is needed. */
import type { KnownService } from '../../../shared/coop/service.ts';
import type { FreshnessSource } from '../../../shared/coop/standby.ts';
import type { Life } from '../../../shared/status/life.ts';
import type { Age } from '../../../shared/status/standby-view.ts';
import { copyLife, judgeAge } from '../../../shared/status/standby.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { PollTarget } from '../../platform/poller.ts';
import { createPoller } from '../../platform/poller.ts';
import { createCheckScheduler } from './check-scheduler.ts';
import { RefusedError, createHostBackoff } from './host-backoff.ts';

export type Freshness = Readonly<{
  /** How old the data of the standby of `serviceId` are. */
  freshnessOf: (serviceId: string) => Age;
  /** When they are fresh, as far as known. */
  lifeOf: (serviceId: string) => Life | undefined;
  setServices: (services: readonly KnownService[]) => void;
  /** The service needs its standby: polls the age, unless that was done recently. */
  need: (serviceId: string) => void;
  /** An age has changed. */
  onChange: Emitter<void>['on'];
  suspend: () => void;
  resume: () => void;
  dispose: () => void;
}>;

/**
 * When the data were taken, ms UTC; undefined if unknown. Rejects when aborted, without an answer, or with a
 * RefusedError.
 */
export type AskFreshness = (
  source: FreshnessSource,
  signal: AbortSignal,
) => Promise<number | undefined>;

/** The age of a standby's data, according to another source. */
export type ReportedAge = Readonly<{
  /** Undefined if unknown. */
  ofUtcMs?: number | undefined;
  /** Older data are stale; in seconds. */
  maxAgeS: number;
}>;

/** Time between requests while the service is up, in ms. */
const calmIntervalMs = 3_600_000;
/** The same while the service is down; also the minimum. */
const neededIntervalMs = 5 * 60_000;

export type FreshnessDeps = Readonly<{
  clock: Clock;
  ask: AskFreshness;
  /** Age according to the backups; used if the document names no source, or the source has not answered. */
  reportedAge?: (serviceId: string) => ReportedAge | undefined;
  /** Whether the service is down, so that its standby matters. */
  isNeeded: (serviceId: string) => boolean;
  /** Without it, every age is unknown. */
  isClockRight: () => boolean;
  random: () => number;
}>;

/** With the id of the standby's service. */
type Source = FreshnessSource & PollTarget;

export function createFreshness(deps: FreshnessDeps): Freshness {
  const { clock, random, ask, isNeeded, isClockRight } = deps;
  const changes = createEmitter<void>();
  const hosts = createHostBackoff({ clock, random });
  /** The last answers; kept after a failure, which does not change the age. */
  const takenAtUtcMs = new Map<string, number>();
  const askedAtMs = new Map<string, number>();
  let sources: ReadonlyMap<string, Source> = new Map();

  const poller = createPoller<Source, number | undefined>({
    timers: createCheckScheduler({ clock, random }),
    holdOffMs: (source) => hosts.waitMs(hostOf(source), source.id),
    ask: async (source, signal) => {
      askedAtMs.set(source.id, clock.monotonicMs());
      try {
        return await ask(source, signal);
      } catch (error) {
        if (error instanceof RefusedError) hosts.note(hostOf(source), error.refusal);
        return undefined;
      }
    },
    take: ({ id }, ofUtcMs) => {
      const isNew = ofUtcMs !== undefined && takenAtUtcMs.get(id) !== ofUtcMs;
      if (isNew) takenAtUtcMs.set(id, ofUtcMs);
      if (isNew) changes.emit();
      return { aboutMs: isNeeded(id) ? neededIntervalMs : calmIntervalMs };
    },
  });
  const start = () => poller.start([...sources.values()], () => 0);

  const ageOf = (id: string): ReportedAge | undefined => {
    const source = sources.get(id);
    const ofUtcMs = takenAtUtcMs.get(id);
    return source && ofUtcMs !== undefined ? { ...source, ofUtcMs } : deps.reportedAge?.(id);
  };

  return {
    freshnessOf: (id) => {
      const reported = isClockRight() ? ageOf(id) : undefined;
      return reported
        ? judgeAge(reported.ofUtcMs, reported.maxAgeS, clock.nowUtcMs())
        : { age: 'unknown' };
    },
    lifeOf: (id) => {
      const { ofUtcMs, maxAgeS = 0 } = ageOf(id) ?? {};
      return ofUtcMs === undefined ? undefined : copyLife(ofUtcMs, maxAgeS);
    },
    setServices: (services) => {
      sources = new Map(
        services.flatMap(({ service: { id, standby } }) =>
          standby?.freshness ? [[id, { ...standby.freshness, id }] as const] : [],
        ),
      );
      // Another document may name another source.
      takenAtUtcMs.clear();
      askedAtMs.clear();
      start();
    },
    need: (id) => {
      const lastMs = askedAtMs.get(id) ?? Number.NEGATIVE_INFINITY;
      if (clock.monotonicMs() - lastMs >= neededIntervalMs) poller.schedule(id, 0);
    },
    onChange: changes.on,
    suspend: poller.stop,
    resume: start,
    dispose: () => {
      poller.stop();
      changes.clear();
    },
  };
}

function hostOf({ url }: FreshnessSource): string {
  return new URL(url).hostname;
}
