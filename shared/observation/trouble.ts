import type { Verdict } from './observation.ts';

/** Whether a service that is so is in trouble that one can have seen. Pure. */
export function isTrouble(verdict: Verdict): boolean {
  return verdict === 'down' || verdict === 'degraded';
}
