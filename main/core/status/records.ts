/** How a check changes a service's record, and what carries over to a new document. */
import type { Service, KnownService } from '../../../shared/coop/service.ts';
import { parentsOf } from '../../../shared/coop/parents.ts';
import { changeOf } from '../../../shared/status/change.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import { unchecked } from '../../../shared/status/machine.ts';
import type { Confirming } from '../../../shared/status/notices.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { StatusEvent } from './status-event.ts';

export function countPending(records: Iterable<ServiceRecord>): Confirming {
  const count = { worse: 0, better: 0 };
  for (const { pending } of records) if (pending) count[pending.direction] += 1;
  return count;
}

export function isChecked(known: KnownService | undefined): boolean {
  return known?.service.probe !== undefined && !known.unreadable && !known.service.retired;
}

/** The parent and children of each service. */
export function relativesOf(services: readonly KnownService[]): Map<string, readonly string[]> {
  const relatives = new Map<string, string[]>();
  const join = (id: string, other: string) => {
    const list = relatives.get(id);
    if (list) list.push(other);
    else relatives.set(id, [other]);
  };
  for (const [id, parent] of parentsOf(services)) {
    join(id, parent);
    join(parent, id);
  }
  return relatives;
}

/** Whether a check has shown something new: the first sign of a change, or the change itself. */
export function isTurning(before: ServiceRecord, after: ServiceRecord): boolean {
  return before.verdict !== after.verdict || before.pending?.direction !== after.pending?.direction;
}

/** A service that is not checked gets the reason; one from the previous document keeps its record. */
export function firstRecord(
  { service, unreadable }: KnownService,
  previous: ReadonlyMap<string, ServiceRecord>,
  nowUtcMs: number,
): ServiceRecord {
  const unknown = unchecked(nowUtcMs);
  if (unreadable) return { ...unknown, reason: unreadable };
  if (service.retired) return { ...unknown, verdict: 'retired', reason: reason('retired') };
  return previous.get(service.id) ?? unknown;
}

/** `isAwaited`: a member requested the check, so it is visible in any case. */
export function eventOf(
  service: Service,
  { before, after, atUtcMs }: Observing,
  seen: Observation | undefined,
  isAwaited: boolean,
): StatusEvent {
  const changes = changeOf(service, before, after);
  const isVisible = changes.length > 0 || differs(before, after) || isAwaited;
  const what = isVisible ? 'verdicts' : 'readings';
  if (!seen) return { what, changes };
  const { id, intervalS } = service;
  const intervalMs = intervalS * 1000;
  return { what, changes, observed: { serviceId: id, atUtcMs, seen, record: after, intervalMs } };
}

/** The effect of a check on a record. */
export type Observing = Readonly<{
  before: ServiceRecord;
  after: ServiceRecord;
  /** When it was observed, ms UTC. */
  atUtcMs: number;
}>;

function differs(before: ServiceRecord, after: ServiceRecord): boolean {
  return (
    before.pending?.direction !== after.pending?.direction ||
    before.reason?.code !== after.reason?.code
  );
}
