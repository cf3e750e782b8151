/** What a service's state means for the members who use it. Pure. */
import type { Audience } from '../coop/audience.ts';
import type { Reason, ReasonCode, Verdict } from '../observation/observation.ts';

/**
 * `trouble`: members can feel it. `unknown`: it may be trouble, and is never shown as up. `chore`: for administrators
 * only, since members feel nothing of it. Only the first two affect the overall state.
 */
export const impacts = ['none', 'trouble', 'unknown', 'maintenance', 'no-access', 'chore'] as const;
export type Impact = (typeof impacts)[number];

/** The state of a service, and whom it is for. */
export type Stated = Readonly<{
  verdict: Verdict;
  reason?: Reason | undefined;
  /** Default: `members`. */
  audience?: Audience | undefined;
}>;

/**
 * Reasons to be degraded of which members feel nothing yet. One that has already expired is not among them: browsers
 * refuse the service, or its name is about to stop working.
 */
const choreReasons: readonly ReasonCode[] = [
  'certificate-expiring',
  'certificate-chain-expiring',
  'domain-expiring',
];

export function impactOf({ verdict, reason, audience }: Stated): Impact {
  switch (verdict) {
    case 'up':
    case 'retired':
      return 'none';
    case 'maintenance':
    case 'no-access':
      return verdict;
    case 'unknown':
      return audience === 'admins' ? 'chore' : 'unknown';
    case 'down':
      return audience === 'admins' ? 'chore' : 'trouble';
    case 'degraded':
      return audience === 'admins' || isChore(reason) ? 'chore' : 'trouble';
  }
}

/** Whether administrators alone have something to do about this reason for being degraded. */
export function isChore(reason: Reason | undefined): boolean {
  return reason !== undefined && choreReasons.includes(reason.code);
}

/** The verdict as members feel it: a chore is up to them. */
export function feltVerdict(state: Stated): Verdict {
  return impactOf(state) === 'chore' ? 'up' : state.verdict;
}
