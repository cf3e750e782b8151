/** The services that are watched, and their records. */
import type { Service, KnownService } from '../../../shared/coop/service.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import { observe, unchecked } from '../../../shared/status/machine.ts';
import type { Observation, Reason } from '../../../shared/observation/observation.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Observing } from './records.ts';
import { firstRecord, relativesOf } from './records.ts';

export type ServiceRecords = Readonly<{
  services: () => readonly KnownService[];
  service: (id: string) => KnownService | undefined;
  /** Parent and children. */
  relatives: (id: string) => readonly string[];
  all: () => ReadonlyMap<string, ServiceRecord>;
  get: (id: string) => ServiceRecord | undefined;
  /** When the newest check ended, ms UTC. */
  checkedAtUtcMs: () => number | undefined;
  /** Keeps the records of services that are in the new document, too. */
  setServices: (services: readonly KnownService[]) => void;
  /** Applies an observation; undefined if it says nothing about the service. */
  observe: (service: Service, seen: Observation | undefined) => Observing;
  /** A check was put off. True if that shows: the service was never checked and had another reason. */
  putOff: (id: string, why: Reason | undefined) => boolean;
}>;

export function createServiceRecords(clock: Pick<Clock, 'nowUtcMs'>): ServiceRecords {
  let services: ReadonlyMap<string, KnownService> = new Map();
  let relatives: ReadonlyMap<string, readonly string[]> = new Map();
  let records = new Map<string, ServiceRecord>();
  let checkedAtUtcMs: number | undefined;

  return {
    services: () => [...services.values()],
    service: (id) => services.get(id),
    relatives: (id) => relatives.get(id) ?? [],
    all: () => records,
    get: (id) => records.get(id),
    checkedAtUtcMs: () => checkedAtUtcMs,
    setServices: (next) => {
      const known = records;
      const nowUtcMs = clock.nowUtcMs();
      services = new Map(next.map((one) => [one.service.id, one]));
      relatives = relativesOf(next);
      records = new Map(next.map((one) => [one.service.id, firstRecord(one, known, nowUtcMs)]));
    },
    observe: ({ id, damping }, seen) => {
      const atUtcMs = clock.nowUtcMs();
      const before = records.get(id) ?? unchecked(atUtcMs);
      const after = seen ? observe(before, seen, atUtcMs, damping) : before;
      if (seen) checkedAtUtcMs = atUtcMs;
      records.set(id, after);
      return { before, after, atUtcMs };
    },
    putOff: (id, why) => {
      const before = records.get(id);
      const isNew = before?.asOfUtcMs === undefined && before?.reason?.code !== why?.code;
      if (before && isNew && why) records.set(id, { ...before, reason: why });
      return isNew;
    },
  };
}
