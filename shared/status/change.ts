import type { Service } from '../coop/service.ts';
import { isChore } from './impact.ts';
import type { ServiceRecord } from './machine.ts';
import type { Change } from './notices.ts';

/** The status change from one record to the next; empty if there is none. */
export function changeOf(
  service: Pick<Service, 'id' | 'name' | 'audience' | 'instead'>,
  before: ServiceRecord,
  after: ServiceRecord,
): readonly Change[] {
  // After an unknown period, compare with the last known verdict.
  const known = after.verdict === 'unknown' ? before : (before.lastKnown ?? before);
  const step = known.reason?.params['band'] !== after.reason?.params['band'];
  // Both are degraded, but members feel only one of them.
  const felt = isChore(known.reason) !== isChore(after.reason);
  if (known.verdict === after.verdict && !step && !felt) return [];
  return [
    {
      serviceId: service.id,
      name: service.name,
      from: known.verdict,
      to: after.verdict,
      ...(after.reason ? { reason: after.reason } : {}),
      ...(known.reason ? { reasonBefore: known.reason } : {}),
      ...(service.audience ? { audience: service.audience } : {}),
      ...(service.instead ? { instead: service.instead.name } : {}),
    },
  ];
}
