/** The states that time is counted in. Pure. */
import type { Phase, Reason, Verdict } from '../observation/observation.ts';
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

/** What is measured of each check, in ms: its phases and their total. */
export const measures = [...phases, 'total'] as const;
export type Measure = Phase | 'total';
