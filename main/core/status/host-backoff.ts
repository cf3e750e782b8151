/**
 * When a host that has refused us may be asked again: when it says, and then one question after the other for an
 * hour, because all members of a co-op ask it, often from one address.
 */
import type { PlainProbe } from '../../../shared/coop/probe.ts';
import type { Observation, Reason } from '../../../shared/observation/observation.ts';
import type { Refusal } from '../../../shared/status/refusal.ts';
import { isRefusal } from '../../../shared/status/refusal.ts';
import type { Clock } from '../../platform/clock.ts';

export type Manners = Readonly<{
  /**
   * How long `asker` has to wait before it asks the host, in ms; at 0 it is its turn, which is taken with that. Whoever
   * has to wait has a place in the row.
   */
  turn: (host: string | undefined, asker: string) => number;
  /** Why it has refused us, as long as that is remembered: nothing may be asked there sooner than usual. */
  refusal: (host: string | undefined) => Reason | undefined;
  /** Takes in what an answer of the host was. */
  heard: (host: string | undefined, seen: Pick<Observation, 'reason' | 'waitMs'>) => void;
}>;

/** All times are in ms since it was made. */
type Memory = {
  readonly reason: Reason;
  /** How long ago it was made. The machine's sleep counts, which the one clock knows; the other cannot be set back. */
  readonly ageMs: () => number;
  /** Nothing may be asked before. */
  readonly untilMs: number;
  /** Distance between two questions. */
  readonly paceMs: number;
  /** The first moment that nobody has taken. */
  nextMs: number;
  readonly places: Map<string, number>;
};

/** How long a refusal is remembered after its time, in ms. */
const memoryMs = 3_600_000;
/** The longest distance that is kept between two questions, and that to a host which asks for none; in ms. */
const longestPaceMs = 60_000;
const usualPaceMs = 20_000;
/** How much later than asked for it may become, so that not all members come back in the same second. */
const slack = 0.1;

export function createManners(
  parts: Readonly<{ clock: Pick<Clock, 'monotonicMs' | 'nowUtcMs'>; random: () => number }>,
): Manners {
  const { clock } = parts;
  const memories = new Map<string, Memory>();

  const stopwatch = () => {
    const [monotonicMs, utcMs] = [clock.monotonicMs(), clock.nowUtcMs()];
    return () => Math.max(clock.monotonicMs() - monotonicMs, clock.nowUtcMs() - utcMs);
  };
  const memoryOf = (host: string | undefined): Memory | undefined => {
    const memory = host === undefined ? undefined : memories.get(host);
    return memory && memory.ageMs() <= memory.untilMs + memoryMs ? memory : undefined;
  };

  return {
    turn: (host, asker) => {
      const memory = memoryOf(host);
      if (!memory) return 0;
      const nowMs = memory.ageMs();
      const placeMs = memory.places.get(asker) ?? Math.max(memory.nextMs, memory.untilMs, nowMs);
      memory.nextMs = Math.max(memory.nextMs, placeMs + memory.paceMs);
      const leftMs = Math.max(0, placeMs - nowMs);
      if (leftMs > 0) memory.places.set(asker, placeMs);
      else memory.places.delete(asker);
      return leftMs;
    },
    refusal: (host) => memoryOf(host)?.reason,
    heard: (host, { reason, waitMs }) => {
      if (host === undefined || !reason || !isRefusal(reason)) return;
      const before = memoryOf(host);
      const untilMs = (waitMs ?? 0) * (1 + slack * parts.random());
      memories.set(host, {
        reason,
        ageMs: stopwatch(),
        untilMs: Math.max(untilMs, before ? before.untilMs - before.ageMs() : 0),
        paceMs: Math.min(waitMs ?? usualPaceMs, longestPaceMs),
        nextMs: 0,
        places: new Map(),
      });
    },
  };
}

/** An answer that is none, for whoever asks for something else than the state of a service. */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.reason.code);
    this.name = 'RefusedError';
    this.refusal = refusal;
  }
}

/** Whose patience a check takes; undefined for what cannot refuse in words. */
export function hostOf(probe: PlainProbe): string | undefined {
  if (probe.type === 'http') return new URL(probe.url).hostname;
  return probe.type === 'federation' ? probe.serverName.toLowerCase() : undefined;
}
