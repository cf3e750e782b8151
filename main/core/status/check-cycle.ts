/** The check cycle of every service: runs a check when due, applies its result, and schedules the next. */
import type { KnownService } from '../../../shared/coop/service.ts';
import type { PlainProbe } from '../../../shared/coop/probe.ts';
import { laneOf } from '../../../shared/status/lanes.ts';
import type { Observation, Reason } from '../../../shared/observation/observation.ts';
import { seenByClock } from '../../../shared/time/machine-clock.ts';
import type { Clock } from '../../platform/clock.ts';
import { watchForJumps } from '../../platform/clock.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { createEmitter } from '../../platform/emitter.ts';
import { createGeneration } from '../../platform/generation.ts';
import type { CheckRunner } from './check-runner.ts';
import type { CheckScheduler } from './check-scheduler.ts';
import type { HostBackoff } from './host-backoff.ts';
import { hostOf } from './host-backoff.ts';
import { probeOf, scheduleNext } from './next-check.ts';
import { eventOf } from './records.ts';
import type { ServiceRecords } from './service-records.ts';
import type { StatusEvent } from './status-event.ts';

export type CheckCycle = Readonly<{
  onEvent: Emitter<StatusEvent>['on'];
  /** The clock jumped, or the machine slept unannounced. */
  onJump: Emitter<void>['on'];
  emit: (event: StatusEvent) => void;
  isUnderWay: (id: string) => boolean;
  /** A member has requested the next check of this service. */
  want: (id: string) => void;
  isAnyWanted: () => boolean;
  /** Ignores a clock jump that is already known, as after an announced sleep. */
  expectJump: () => void;
  /** Drops the checks under way. */
  drop: () => void;
  dispose: () => void;
}>;

export type CheckCycleDeps = Readonly<{
  clock: Clock;
  connectivity: Readonly<{ current: () => Readonly<{ clockOffMs?: number | undefined }> }>;
  records: ServiceRecords;
  scheduler: CheckScheduler;
  hosts: HostBackoff;
  runner: CheckRunner;
}>;

export function createCheckCycle(deps: CheckCycleDeps): CheckCycle {
  const { clock, connectivity, records, scheduler, hosts, runner } = deps;
  const events = createEmitter<StatusEvent>();
  const jumps = createEmitter<void>();
  const hasJumped = watchForJumps(clock);
  const generation = createGeneration();
  /** Includes checks that wait for a slot. */
  const underWay = new Set<string>();
  const wanted = new Set<string>();

  /** Its host refuses requests for now: the record stays until it is too old. */
  const putOff = (id: string, ms: number, why: Reason | undefined) => {
    scheduler.schedule(id, ms);
    const wasWanted = wanted.delete(id);
    const isNew = records.putOff(id, why);
    if (isNew || wasWanted) events.emit({ what: 'verdicts', changes: [] });
  };

  const finish = (known: KnownService, seen: Observation | undefined) => {
    const { service } = known;
    const observing = records.observe(service, seen);
    const isLastWanted = wanted.delete(service.id) && wanted.size === 0;
    scheduleNext({ ...deps, underWay }, known, observing.before, observing.after);
    events.emit(eventOf(service, observing, seen, isLastWanted));
  };

  const run = async (known: KnownService, probe: PlainProbe) => {
    const { id } = known.service;
    const signal = generation.signal();
    const lane = laneOf(records.get(id), wanted.has(id));
    underWay.add(id);
    try {
      const { seen, tellsOf } = await runner.run({ id, probe, lane }, signal);
      if (signal.aborted) return;
      if (hasJumped()) return jumps.emit();
      underWay.delete(id);
      if (tellsOf === 'outdated') return scheduler.schedule(id, 0);
      if (tellsOf === 'own-line') return finish(known, undefined);
      hosts.note(hostOf(probe), seen);
      finish(known, seenByClock(seen, connectivity.current().clockOffMs, clock.nowUtcMs()));
    } catch (error) {
      // A dropped check has no result; any other error of a probe is a bug.
      if (!signal.aborted) throw error;
    }
  };

  scheduler.onDue((id) => {
    const known = records.service(id);
    const probe = probeOf(known);
    if (!known || !probe || underWay.has(id)) return;
    if (hasJumped()) return jumps.emit();
    const host = hostOf(probe);
    const waitMs = hosts.waitMs(host, id);
    if (waitMs > 0) putOff(id, waitMs, hosts.refusalOf(host));
    else void run(known, probe);
  });

  return {
    onEvent: events.on,
    onJump: jumps.on,
    emit: events.emit,
    isUnderWay: (id) => underWay.has(id),
    want: (id) => void wanted.add(id),
    isAnyWanted: () => wanted.size > 0,
    expectJump: () => void hasJumped(),
    drop: () => {
      generation.renew('suspended');
      underWay.clear();
      wanted.clear();
    },
    dispose: () => {
      events.clear();
      jumps.clear();
    },
  };
}
