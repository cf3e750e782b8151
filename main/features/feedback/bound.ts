/**
 * Binds an item to what the member was shown: where it goes, in whose name, and who can read it there. If any of that
 * has changed when it would be sent, it is not sent, and the member decides.
 */
import type { Binding } from '../../../shared/binding.ts';
import { knownDifferences } from '../../../shared/binding.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import { placeName } from '../../../shared/feedback/destination-name.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';

/** In whose name and on which server, as far as known: `member`, `server`, and for GitHub `site`. */
export type Identity = (via: DestinationPlan['via']) => Binding;

/** The part of a binding known from the document and the accounts, without a request. */
export function namedBinding(plan: DestinationPlan, identity: Identity): Binding {
  return { via: plan.via, place: placeName(plan), ...identity(plan.via) };
}

/** Throws DeliveryError if a bound field has changed; a field that is unknown now is not compared. */
export function refuseOther(bound: Binding, now: Binding): void {
  const fields = knownDifferences(bound, now);
  if (fields.length > 0) throw refusalOf(fields, bound, now);
}

/** Names the most important difference. Only another member is temporary: the right one may sign in again. */
function refusalOf(fields: readonly string[], bound: Binding, now: Binding): DeliveryError {
  const elsewhere = ['place', 'roomId', 'repository', 'server', 'site', 'via'].find((one) =>
    fields.includes(one),
  );
  if (elsewhere !== undefined) {
    const short = (all: Binding) => (all[elsewhere] ?? '').slice(0, 200);
    return new DeliveryError(trouble('moved', { was: short(bound), now: short(now) }), false);
  }
  if (fields.includes('member')) return new DeliveryError(trouble('another-member'), {});
  return new DeliveryError(trouble('readers-changed'), false);
}

/** How long to wait for a server's facts about a destination; later ones are left out of the binding. */
export const boundLimitMs = 3000;

export function yesNo(is: boolean): 'yes' | 'no' {
  return is ? 'yes' : 'no';
}
