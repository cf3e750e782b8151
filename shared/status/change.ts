import type { Service } from '../coop/service.ts';
import type { ServiceRecord } from './machine.ts';
import type { Change } from './notices.ts';

/** The status change from one record to the next; empty if there is none. */
export function changeOf(
  service: Pick<Service, 'id' | 'name' | 'instead'>,
  before: ServiceRecord,
  after: ServiceRecord,
): readonly Change[] {
  // After an unknown period, compare with the last known verdict.
  const known = after.verdict === 'unknown' ? before : (before.lastKnown ?? before);
  const step = known.reason?.params['band'] !== after.reason?.params['band'];
  if (known.verdict === after.verdict && !step) return [];
  return [
    {
      serviceId: service.id,
      name: service.name,
      from: known.verdict,
      to: after.verdict,
      ...(after.reason ? { reason: after.reason } : {}),
      ...(service.instead ? { instead: service.instead.name } : {}),
    },
  ];
}
