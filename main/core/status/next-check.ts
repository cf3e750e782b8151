/** When a service is checked next, and which others are checked with it. */
import type { KnownService } from '../../../shared/coop/service.ts';
import { expandPreset } from '../../../shared/coop/presets.ts';
import type { PlainProbe } from '../../../shared/coop/probe.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import { nextCheckInMs } from '../../../shared/status/machine.ts';
import type { CheckScheduler } from './check-scheduler.ts';
import type { HostBackoff } from './host-backoff.ts';
import { hostOf } from './host-backoff.ts';
import { isChecked, isTurning } from './records.ts';
import type { ServiceRecords } from './service-records.ts';

export type NextCheckDeps = Readonly<{
  records: Pick<ServiceRecords, 'service' | 'relatives' | 'get'>;
  scheduler: Pick<CheckScheduler, 'schedule' | 'scheduleAbout'>;
  hosts: Pick<HostBackoff, 'refusalOf'>;
  underWay: ReadonlySet<string>;
}>;

/** Undefined for a service that is not checked. */
export function probeOf(known: KnownService | undefined): PlainProbe | undefined {
  return known?.service.probe && isChecked(known) ? expandPreset(known.service.probe) : undefined;
}

/** Call after a check that turned `before` into `after`. */
export function scheduleNext(
  deps: NextCheckDeps,
  known: KnownService,
  before: ServiceRecord,
  after: ServiceRecord,
): void {
  const { id, intervalS, damping } = known.service;
  const { scheduler } = deps;
  const intervalMs = intervalS * 1000;
  const isConfirming = after.pending && !isHeldOff(deps, id);
  if (isConfirming) scheduler.schedule(id, nextCheckInMs(after, intervalMs, damping));
  else scheduler.scheduleAbout(id, intervalMs);
  if (isTurning(before, after)) checkRelatives(deps, id);
}

/** A service's parent and children usually change with it; checked now, they are announced together. */
function checkRelatives(deps: NextCheckDeps, id: string): void {
  const { records, scheduler, underWay } = deps;
  for (const one of records.relatives(id)) {
    const isSettled = isChecked(records.service(one)) && !records.get(one)?.pending;
    if (isSettled && !underWay.has(one) && !isHeldOff(deps, one)) scheduler.schedule(one, 0);
  }
}

/** Whether its host has refused us recently: then it is not checked sooner than the document says. */
function isHeldOff({ records, hosts }: NextCheckDeps, id: string): boolean {
  const probe = probeOf(records.service(id));
  return probe !== undefined && hosts.refusalOf(hostOf(probe)) !== undefined;
}
