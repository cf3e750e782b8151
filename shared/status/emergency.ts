/** When to offer the emergency card. Pure. */
import type { Connectivity } from '../net/connectivity.ts';
import { offersOf } from './offers.ts';
import { isBlind } from './summary.ts';
import type { ServiceView } from './view.ts';

/** This many services down together are an emergency, whatever alternatives the document names. */
const manyDown = 3;

/** Offered if a service that is down has no alternative, or if many are down. */
export function offersCard(
  services: readonly Readonly<{ down: boolean; instead: boolean }>[],
): boolean {
  const down = services.filter((one) => one.down);
  return down.length >= manyDown || down.some((one) => !one.instead);
}

/**
 * The same for the services as shown. Also without a way out, when each of them is unknown: the phone line helps most
 * where the line is dead.
 */
export function isCardOffered(
  services: readonly Pick<ServiceView, 'verdict' | 'standby' | 'instead'>[],
  { state }: Pick<Connectivity, 'state'>,
): boolean {
  if (isBlind({ state }) && state !== 'waking') return true;
  return offersCard(
    services.map((view) => ({ down: view.verdict === 'down', instead: offersOf(view).length > 0 })),
  );
}
