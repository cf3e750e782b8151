import type { Verdict } from './observation.ts';

/** Whether a verdict is trouble that was seen. Pure. */
export function isTrouble(verdict: Verdict): boolean {
  return verdict === 'down' || verdict === 'degraded';
}
