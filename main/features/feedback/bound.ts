/**
 * To what a member binds what they send: where it goes, in whose name, and who can read it there. Where any of it is
 * another by the time it would be sent, nothing is sent, and the member decides.
 */
import type { Binding } from '../../../shared/binding.ts';
import { knownDifferences } from '../../../shared/binding.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import { placeName } from '../../../shared/feedback/destination-name.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';

/** In whose name and over which server, as far as that is known: `member`, `server`, and `site` of GitHub. */
export type Identity = (via: DestinationPlan['via']) => Binding;

/** What the document and the accounts say now, without asking anybody. */
export function namedBinding(plan: DestinationPlan, identity: Identity): Binding {
  return { via: plan.via, place: placeName(plan), ...identity(plan.via) };
}

/** Throws DeliveryError where a bound field is another now; what is not known now is left for later. */
export function refuseOther(bound: Binding, now: Binding): void {
  const fields = knownDifferences(bound, now);
  if (fields.length > 0) throw refusalOf(fields, bound, now);
}

/** What tells most comes first; it waits by itself only for the member whose it is. */
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

/** The member waits for it, in ms: what cannot be asked by then is not bound. */
const soonMs = 3000;

/** What is asked, or `otherwise` where it takes too long or fails. */
export async function soonOr<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  otherwise: T,
): Promise<T> {
  const signal = AbortSignal.timeout(soonMs);
  const late = new Promise<T>((resolve) => {
    signal.addEventListener('abort', () => resolve(otherwise), { once: true });
  });
  return Promise.race([ask(signal).catch(() => otherwise), late]);
}

export function yesNo(is: boolean): 'yes' | 'no' {
  return is ? 'yes' : 'no';
}
