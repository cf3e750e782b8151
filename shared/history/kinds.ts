/** The states that time is counted in. Pure. */
import type { Phase, Reason, Timings, Verdict } from '../observation/observation.ts';
import { phases } from '../observation/observation.ts';
import { isChore } from '../status/impact.ts';

export const kinds = ['up', 'degraded', 'down', 'maintenance', 'unknown'] as const;
export type Kind = (typeof kinds)[number];

/** Unknown for `no-access` and `retired`, which say nothing about the state. Up while there is only a chore. */
export function kindOf(verdict: Verdict, reason?: Reason): Kind {
  if (verdict === 'degraded' && isChore(reason)) return 'up';
  return kinds.find((one) => one === verdict) ?? 'unknown';
}

/** The kinds that get an entry of their own in a service's history. */
export const troubles = ['degraded', 'down', 'maintenance'] as const;
export type Trouble = (typeof troubles)[number];

export function isTrouble(kind: Kind): kind is Trouble {
  return kind !== 'up' && kind !== 'unknown';
}

/** The phases that are recorded: how a member comes to a server's connection is one of them. */
export type RecordedPhase = Exclude<Phase, 'tunnel'>;
export const recordedPhases = phases.filter((one): one is RecordedPhase => one !== 'tunnel');

/** What is recorded of each check, in ms: its phases and their total. */
export const measures = [...recordedPhases, 'total'] as const;
export type Measure = (typeof measures)[number];

/** A proxy's connection to the server counts as ours to it, so that the phases still add up. */
export function recordedTimings({ tunnel, ...timings }: Timings): Timings {
  return tunnel === undefined ? timings : { ...timings, connect: (timings.connect ?? 0) + tunnel };
}
