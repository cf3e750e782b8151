import type { ServiceRecord } from '../../../shared/status/machine.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { Observation } from '../../../shared/observation/observation.ts';

/** `verdicts`: something shown has changed; `readings`: only times and figures have. */
export type StatusEvent = Readonly<{
  what: 'verdicts' | 'readings';
  changes: readonly Change[];
  /** The check behind the event, if it counted. */
  observed?: Observed;
}>;

/** What one check saw, and the service's record after it. */
export type Observed = Readonly<{
  serviceId: string;
  atUtcMs: number;
  seen: Observation;
  record: ServiceRecord;
  intervalMs: number;
}>;
