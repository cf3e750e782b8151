/** The states that time is counted in. Pure. */
import type { Phase, Verdict } from '../observation/observation.ts';
import { phases } from '../observation/observation.ts';

export const kinds = ['up', 'degraded', 'down', 'maintenance', 'unknown'] as const;
export type Kind = (typeof kinds)[number];

/** A service that lets nobody in, or has ended, tells nothing of how it is. */
export function kindOf(verdict: Verdict): Kind {
  return kinds.find((one) => one === verdict) ?? 'unknown';
}

/** What is worth a line of its own in a service's past. */
export const troubles = ['degraded', 'down', 'maintenance'] as const;
export type Trouble = (typeof troubles)[number];

export function isTrouble(kind: Kind): kind is Trouble {
  return kind !== 'up' && kind !== 'unknown';
}

/** What is measured of each check, in ms: its phases and all of them together. */
export const measures = [...phases, 'total'] as const;
export type Measure = Phase | 'total';
