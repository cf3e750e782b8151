/** What to offer a member while a service is away, best first. Pure. */
import type { Verdict } from '../observation/observation.ts';
import type { StandbyView } from './standby-view.ts';
import type { ServiceView } from './view.ts';

export type Offer =
  | Readonly<{ which: 'standby'; standby: StandbyView; hasPage: boolean }>
  | Readonly<{ which: 'instead'; name: string; hasPage: boolean }>;

/**
 * Empty while the service is there. A standby that is up and known to be fresh comes first; one of old or unknown age
 * comes after the document's alternative.
 */
export function offersOf(
  view: Pick<ServiceView, 'verdict' | 'standby' | 'instead'>,
): readonly Offer[] {
  if (!isAway(view.verdict)) return [];
  const { standby, instead } = view;
  const advice: Offer[] = instead ? [{ which: 'instead', ...instead }] : [];
  if (!standby?.isUp) return advice;
  const copy: Offer = { which: 'standby', standby, hasPage: standby.hasPage };
  return standby.age === 'fresh' ? [copy, ...advice] : [...advice, copy];
}

/** Whether a member has to use something else. */
export function isAway(verdict: Verdict): boolean {
  return verdict === 'down' || verdict === 'maintenance';
}
