/**
 * When a host that has refused us may be asked again: when it says, and then one request after the other for an
 * hour, because all members of a co-op ask it, often from one address.
 */
import type { PlainProbe } from '../../../shared/coop/probe.ts';
import type { Observation, Reason } from '../../../shared/observation/observation.ts';
import type { Refusal } from '../../../shared/status/refusal.ts';
import { isRefusal } from '../../../shared/status/refusal.ts';
import type { Clock } from '../../platform/clock.ts';

export type HostBackoff = Readonly<{
  /**
   * How long `asker` has to wait before it asks the host, in ms. At 0 it is its turn, and this call takes that turn;
   * otherwise its place in the queue is kept.
   */
  waitMs: (host: string | undefined, asker: string) => number;
  /** Why it has refused us, as long as that is remembered: nothing may be asked there sooner than usual. */
  refusalOf: (host: string | undefined) => Reason | undefined;
  /** Takes note of an answer of the host, in case it is a refusal. */
  note: (host: string | undefined, seen: Pick<Observation, 'reason' | 'waitMs'>) => void;
}>;

/** What is known of a host that has refused us. All times are in ms since it did. */
type Refused = {
  readonly reason: Reason;
  /** How long ago it was. The machine's sleep counts, which the one clock knows; the other cannot be set back. */
  readonly ageMs: () => number;
  /** Nothing may be asked before. */
  readonly untilMs: number;
  /** Time between two requests. */
  readonly intervalMs: number;
  /** The first moment that nobody has taken. */
  nextMs: number;
  readonly places: Map<string, number>;
};

/** How long a refusal is remembered after its time, in ms. */
const memoryMs = 3_600_000;
/** The longest time between two requests, and the one for a host that asks for none; in ms. */
const maxIntervalMs = 60_000;
const defaultIntervalMs = 20_000;
/** How much later than asked for it may become, so that not all members come back in the same second. */
const jitter = 0.1;

export function createHostBackoff(
  deps: Readonly<{ clock: Pick<Clock, 'monotonicMs' | 'nowUtcMs'>; random: () => number }>,
): HostBackoff {
  const { clock, random } = deps;
  const hosts = new Map<string, Refused>();

  const refusedBy = (host: string | undefined): Refused | undefined => {
    const refused = host === undefined ? undefined : hosts.get(host);
    return refused && refused.ageMs() <= refused.untilMs + memoryMs ? refused : undefined;
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

/** The host refused to answer a request that was not the check of a service. */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.reason.code);
    this.name = 'RefusedError';
    this.refusal = refusal;
  }
}

/** The host that a check asks; undefined where its protocol knows no refusals. */
export function hostOf(probe: PlainProbe): string | undefined {
  if (probe.type === 'http') return new URL(probe.url).hostname;
  return probe.type === 'federation' ? probe.serverName.toLowerCase() : undefined;
}
