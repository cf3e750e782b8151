/** The service that a member most likely has in mind. Pure. */
import { needsAttention } from './summary.ts';
import type { ServiceView } from './view.ts';

/** The service that the member has looked at last, or the only one in trouble; undefined if there is neither. */
export function likelyService(
  services: readonly ServiceView[],
  lastServiceId: string | undefined,
): string | undefined {
  if (services.some(({ id }) => id === lastServiceId)) return lastServiceId;
  const [first, ...others] = services.filter(needsAttention);
  return others.length === 0 ? first?.id : undefined;
}
