/** What the history records of a check: the record that counts, including status pages and planned work. */
import { parentsOf } from '../../../shared/coop/parents.ts';
import type { KnownService } from '../../../shared/coop/service.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import { excused, planAt } from '../../../shared/status/maintenance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Observed } from './status-event.ts';
import type { MergedRecords } from './merged-records.ts';
import type { MaintenanceWindows } from './maintenance-windows.ts';

export type RecordedChecks = Readonly<{
  ofCheck: (observed: Observed) => Observed;
  /** For services that only a status page reports on. */
  ofPages: () => readonly Observed[];
}>;

export type RecordedChecksDeps = Readonly<{
  clock: Pick<Clock, 'nowUtcMs'>;
  services: () => readonly KnownService[];
  merged: Pick<MergedRecords, 'joined'>;
  maintenance: MaintenanceWindows['windows'];
}>;

export function createRecordedChecks(deps: RecordedChecksDeps): RecordedChecks {
  const { clock, merged } = deps;

  /** Trouble during planned work counts as maintenance. */
  const counting = () => {
    const windows = deps.maintenance();
    if (windows.length === 0) return (_serviceId: string, record: ServiceRecord) => record;
    const plan = planAt(windows, parentsOf(deps.services()), clock.nowUtcMs());
    return (serviceId: string, record: ServiceRecord): ServiceRecord => ({
      ...record,
      ...excused(record, plan.activeFor(serviceId)),
    });
  };

  return {
    ofCheck: (observed) => {
      const { serviceId } = observed;
      const record = merged.joined(serviceId)?.record ?? observed.record;
      return { ...observed, record: counting()(serviceId, record) };
    },
    ofPages: () => {
      const counted = counting();
      return deps.services().flatMap(({ service }) => {
        const joined = service.probe ? undefined : merged.joined(service.id);
        if (!joined) return [];
        const { record, feedStatus } = joined;
        const { verdict } = record;
        if (verdict === 'retired') return [];
        return [
          {
            serviceId: service.id,
            atUtcMs: clock.nowUtcMs(),
            seen: { verdict, timings: {}, ...(record.reason ? { reason: record.reason } : {}) },
            record: counted(service.id, record),
            intervalMs:
              feedStatus.intervalMs > 0 ? feedStatus.intervalMs : service.intervalS * 1000,
          },
        ];
      });
    },
  };
}
