import type { Service } from '../coop/service.ts';
import type { ServiceRecord } from './machine.ts';
import type { Change } from './notices.ts';

/** What is told of a step from one record to the next. */
export function changeOf(
  service: Pick<Service, 'id' | 'name' | 'instead'>,
  before: ServiceRecord,
  after: ServiceRecord,
): readonly Change[] {
  // What comes after a time in which nothing was known is news only against what was known before.
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
