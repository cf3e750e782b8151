/** What is remembered of a check: the record that counts on the page, with status pages and planned work taken in. */
import { parentsOf } from '../../../shared/coop/parents.ts';
import type { KnownService } from '../../../shared/coop/service.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import { excused, planAt } from '../../../shared/status/maintenance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Observed } from './records.ts';
import type { Outlook } from './merged-records.ts';
import type { Plan } from './maintenance-windows.ts';

export type Testimony = Readonly<{
  ofCheck: (observed: Observed) => Observed;
  /** Of the services that only a status page tells of. */
  ofPages: () => readonly Observed[];
}>;

export type TestimonyParts = Readonly<{
  clock: Pick<Clock, 'nowUtcMs'>;
  services: () => readonly KnownService[];
  outlook: Pick<Outlook, 'joined'>;
  maintenance: Plan['windows'];
}>;

export function createTestimony(parts: TestimonyParts): Testimony {
  const { clock, outlook } = parts;

  /** Trouble as it counts at this moment. */
  const counting = () => {
    const windows = parts.maintenance();
    if (windows.length === 0) return (_serviceId: string, record: ServiceRecord) => record;
    const plan = planAt(windows, parentsOf(parts.services()), clock.nowUtcMs());
    return (serviceId: string, record: ServiceRecord): ServiceRecord => ({
      ...record,
      ...excused(record, plan.activeFor(serviceId)),
    });
  };

  return {
    ofCheck: (observed) => {
      const { serviceId } = observed;
      const record = outlook.joined(serviceId)?.record ?? observed.record;
      return { ...observed, record: counting()(serviceId, record) };
    },
    ofPages: () => {
      const counted = counting();
      return parts.services().flatMap(({ service }) => {
        const joined = service.probe ? undefined : outlook.joined(service.id);
        if (!joined) return [];
        const { record, word } = joined;
        const { verdict } = record;
        if (verdict === 'retired') return [];
        return [
          {
            serviceId: service.id,
            atUtcMs: clock.nowUtcMs(),
            seen: { verdict, timings: {}, ...(record.reason ? { reason: record.reason } : {}) },
            record: counted(service.id, record),
            intervalMs: word.intervalMs > 0 ? word.intervalMs : service.intervalS * 1000,
          },
        ];
      });
    },
  };
}
