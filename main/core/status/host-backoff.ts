/**
 * When a host that has refused us may be requested again: when it says, and then one request at a time for an hour,
 * because all members of a co-op use it, often from one address.
 */
import type { PlainProbe } from '../../../shared/coop/probe.ts';
import type { Observation, Reason } from '../../../shared/observation/observation.ts';
import type { Refusal } from '../../../shared/status/refusal.ts';
import { isRefusal } from '../../../shared/status/refusal.ts';
import type { Clock } from '../../platform/clock.ts';

export type HostBackoff = Readonly<{
  /**
   * How long `asker` has to wait before it requests the host, in ms. If 0, this call takes its turn; otherwise its
   * place in the queue is reserved.
   */
  waitMs: (host: string | undefined, asker: string) => number;
  /** Why it refused us, as long as that is remembered; meanwhile nothing is requested there sooner than usual. */
  refusalOf: (host: string | undefined) => Reason | undefined;
  /** Records the host's answer if it is a refusal. */
  note: (host: string | undefined, seen: Pick<Observation, 'reason' | 'waitMs'>) => void;
}>;

/** A host that has refused us. All times are in ms since it did. */
type Refused = {
  readonly reason: Reason;
  /** Time since then: the wall clock includes sleep, and the monotonic clock cannot be set back. */
  readonly ageMs: () => number;
  /** No request before this. */
  readonly untilMs: number;
  /** Time between requests. */
  readonly intervalMs: number;
  /** The first turn that is free. */
  nextMs: number;
  readonly places: Map<string, number>;
};

/** How long a refusal is remembered after `untilMs`, in ms. */
const rememberMs = 3_600_000;
/** Longest time between requests, and the default if the host names no wait; in ms. */
const maxIntervalMs = 60_000;
const defaultIntervalMs = 20_000;
/** Extra wait, as a fraction, so that members do not all return in the same second. */
const jitter = 0.1;

export function createHostBackoff(
  deps: Readonly<{ clock: Pick<Clock, 'monotonicMs' | 'nowUtcMs'>; random: () => number }>,
): HostBackoff {
  const { clock, random } = deps;
  const hosts = new Map<string, Refused>();

  const refusedBy = (host: string | undefined): Refused | undefined => {
    const refused = host === undefined ? undefined : hosts.get(host);
    return refused && refused.ageMs() <= refused.untilMs + rememberMs ? refused : undefined;
  };

  return {
    waitMs: (host, asker) => {
      const refused = refusedBy(host);
      return refused ? takePlace(refused, asker) : 0;
    },
    refusalOf: (host) => refusedBy(host)?.reason,
    note: (host, { reason, waitMs }) => {
      if (host === undefined || !reason || !isRefusal(reason)) return;
      const before = refusedBy(host);
      const untilMs = (waitMs ?? 0) * (1 + jitter * random());
      hosts.set(host, {
        reason,
        ageMs: startStopwatch(clock),
        untilMs: Math.max(untilMs, before ? before.untilMs - before.ageMs() : 0),
        intervalMs: Math.min(waitMs ?? defaultIntervalMs, maxIntervalMs),
        nextMs: 0,
        places: new Map(),
      });
    },
  };
}

function takePlace(refused: Refused, asker: string): number {
  const nowMs = refused.ageMs();
  const placeMs = refused.places.get(asker) ?? Math.max(refused.nextMs, refused.untilMs, nowMs);
  refused.nextMs = Math.max(refused.nextMs, placeMs + refused.intervalMs);
  const leftMs = Math.max(0, placeMs - nowMs);
  if (leftMs > 0) refused.places.set(asker, placeMs);
  else refused.places.delete(asker);
  return leftMs;
}

function startStopwatch(clock: Pick<Clock, 'monotonicMs' | 'nowUtcMs'>): () => number {
  const [monotonicMs, utcMs] = [clock.monotonicMs(), clock.nowUtcMs()];
  return () => Math.max(clock.monotonicMs() - monotonicMs, clock.nowUtcMs() - utcMs);
}

/** A host refused a request that was not a service check. */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.reason.code);
    this.name = 'RefusedError';
    this.refusal = refusal;
  }
}

/** The host that a probe requests; undefined if its protocol has no refusals. */
export function hostOf(probe: PlainProbe): string | undefined {
  if (probe.type === 'http') return new URL(probe.url).hostname;
  return probe.type === 'federation' ? probe.serverName.toLowerCase() : undefined;
}
