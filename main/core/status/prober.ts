/** Watches the co-op's services: checks them in turn and keeps what is known of each. Runs under plain Node. */
import { setMaxListeners } from 'node:events';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { failuresCount } from '../../../shared/net/connectivity.ts';
import { seenByClock } from '../../../shared/time/machine-clock.ts';
import type { KnownService } from '../../../shared/coop/service.ts';
import { expandPreset } from '../../../shared/coop/presets.ts';
import type { PlainProbe } from '../../../shared/coop/probe.ts';
import { changeOf } from '../../../shared/status/change.ts';
import { laneOf, placeAsked } from '../../../shared/status/lanes.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import { nextCheckInMs, observe, unchecked } from '../../../shared/status/machine.ts';
import type { Change, Confirming } from '../../../shared/status/notices.ts';
import type { Observation, Reason } from '../../../shared/observation/observation.ts';
import type { Clock } from '../../platform/clock.ts';
import { watchForJumps } from '../../platform/clock.ts';
import { createManners, hostOf } from './host-backoff.ts';
import type { RunProbe } from './probes/index.ts';
import type { Observed } from './records.ts';
import {
  countPending,
  differs,
  firstRecord,
  isChecked,
  isTurning,
  observedOf,
  relativesOf,
} from './records.ts';
import { createRounds } from './check-scheduler.ts';
import { createSilence } from './line-doubt.ts';
import type { Wish } from './check-slots.ts';
import { createTurns } from './check-slots.ts';

export type StatusState = Readonly<{
  services: readonly KnownService[];
  records: ReadonlyMap<string, ServiceRecord>;
  /** When the newest check ended, ms UTC. */
  checkedAtUtcMs?: number;
  /** True while checks asked for by a member are under way. */
  checkingNow: boolean;
  confirming: Confirming;
}>;

/** `verdicts`: something a member is told changed; `readings`: only times and figures did. */
export type StatusEvent = Readonly<{
  what: 'verdicts' | 'readings';
  changes: readonly Change[];
  /** The check that the event tells of, if it counted. */
  observed?: Observed;
}>;

export type Status = Readonly<{
  state: () => StatusState;
  onChange: (listener: (event: StatusEvent) => void) => void;
  setServices: (services: readonly KnownService[]) => void;
  /** Checks one service, or all, without waiting for its turn. */
  checkNow: (serviceId?: string) => void;
  /** Stops all timers and forgets checks under way: what they see is not the service's fault. */
  suspend: () => void;
  /** Begins anew; call once the network is back. */
  resume: () => void;
  dispose: () => void;
}>;

export type StatusParts = Readonly<{
  clock: Clock;
  probe: RunProbe;
  connectivity: Readonly<{
    current: () => Readonly<{ state: ConnectivityState; clockOffMs?: number | undefined }>;
    confirm: () => Promise<ConnectivityState>;
  }>;
  /** Called when the clock jumped or the machine slept unannounced. */
  onJump: () => void;
  random: () => number;
}>;

export function createProber(parts: StatusParts): Status {
  const { clock } = parts;
  const listeners = new Set<(event: StatusEvent) => void>();
  const hasJumped = watchForJumps(clock);
  const rounds = createRounds({ clock, random: parts.random, check: (id) => void check(id) });
  const manners = createManners(parts);
  const isBlind = () => !failuresCount(parts.connectivity.current().state);
  // While we know that there is no way out, the witnesses are asked as it is.
  const doubt = () => void (isBlind() || parts.connectivity.confirm());
  const silence = createSilence({ clock, doubt });
  const turns = createTurns({ clock, isBlind, onHang: silence.hang });
  /** Those that wait for their turn among them. */
  const underWay = new Set<string>();
  const asked = new Set<string>();
  let services = new Map<string, KnownService>();
  let relatives = new Map<string, readonly string[]>();
  let records = new Map<string, ServiceRecord>();
  let checkedAtUtcMs: number | undefined;
  let running = false;
  /** Grows whenever the way out is there again: a failure from before tells of the line that was missing. */
  let line = 0;
  let era = newEra();

  const emit = (event: StatusEvent) => {
    for (const listener of listeners) listener(event);
  };

  const start = () => {
    running = true;
    for (const id of services.keys()) rounds.schedule(id, 0);
  };

  const stop = () => {
    running = false;
    era.abort(new Error('suspended'));
    era = newEra();
    rounds.clear();
    underWay.clear();
    asked.clear();
  };

  const check = async (id: string) => {
    const known = services.get(id);
    const probe =
      known && !known.unreadable && !known.service.retired ? known.service.probe : undefined;
    if (!known || !probe || underWay.has(id)) return;
    if (hasJumped()) return parts.onJump();
    const plain = expandPreset(probe);
    const host = hostOf(plain);
    const leftMs = manners.turn(host, id);
    if (leftMs > 0) return putOff(id, leftMs, manners.refusal(host));
    const { signal } = era;
    let begunOn = line;
    underWay.add(id);
    try {
      const seen = await turns.run(wishOf(id, plain), signal, () => {
        begunOn = line;
        return parts.probe(plain, signal);
      });
      silence.hear(seen);
      const counts = await isOurs(seen);
      if (signal.aborted) return;
      if (hasJumped()) return parts.onJump();
      underWay.delete(id);
      if (seen.verdict === 'down' && begunOn !== line) return rounds.schedule(id, 0);
      if (counts) manners.heard(host, seen);
      const { clockOffMs } = parts.connectivity.current();
      finish(known, counts ? seenByClock(seen, clockOffMs, clock.nowUtcMs()) : undefined);
    } catch (error) {
      // An aborted check has seen nothing; whatever else a probe throws is a fault of ours.
      if (!signal.aborted) throw error;
    }
  };

  const wishOf = (id: string, plain: PlainProbe): Wish => ({
    id,
    lane: laneOf(records.get(id), asked.has(id)),
    place: placeAsked(plain),
    timeoutMs: plain.timeoutMs,
  });

  /** Its host wants to be left alone: what is known of it stays until it is too old. */
  const putOff = (id: string, ms: number, why: Reason | undefined) => {
    rounds.schedule(id, ms);
    const wasAsked = asked.delete(id);
    const before = records.get(id);
    const isNew = before?.asOfUtcMs === undefined && before?.reason?.code !== why?.code;
    if (before && isNew && why) records.set(id, { ...before, reason: why });
    if (isNew || wasAsked) emit({ what: 'verdicts', changes: [] });
  };

  /** Whether an observation tells of the service, and not of our own line. */
  const isOurs = async (seen: Observation): Promise<boolean> => {
    if (seen.verdict !== 'down' && !isBlind()) return true;
    // One more failure is no news to who knows that there is no way out, and asks for it by itself.
    if (seen.verdict === 'down' && isBlind()) return false;
    return failuresCount(await parts.connectivity.confirm());
  };

  const finish = ({ service }: KnownService, seen: Observation | undefined) => {
    const before = records.get(service.id) ?? unchecked(clock.nowUtcMs());
    const atUtcMs = clock.nowUtcMs();
    const after = seen ? observe(before, seen, atUtcMs, service.damping) : before;
    const wasAsked = asked.delete(service.id);
    if (seen) checkedAtUtcMs = atUtcMs;
    records.set(service.id, after);
    if (running) {
      const intervalMs = service.intervalS * 1000;
      const isHurried = after.pending && !isShy(service.id);
      if (isHurried) rounds.schedule(service.id, nextCheckInMs(after, intervalMs, service.damping));
      else rounds.scheduleAbout(service.id, intervalMs);
      if (isTurning(before, after)) checkRelatives(service.id);
    }
    const changes = changeOf(service, before, after);
    const visible = changes.length > 0 || differs(before, after) || (wasAsked && asked.size === 0);
    const observed = seen && observedOf(service, seen, after, atUtcMs);
    emit({
      what: visible ? 'verdicts' : 'readings',
      changes,
      ...(observed ? { observed } : {}),
    });
  };

  /** What stands on a service, and what it stands on, mostly turns with it: seen together, told together. */
  const checkRelatives = (id: string) => {
    for (const one of relatives.get(id) ?? []) {
      const settled = isChecked(services.get(one)) && !records.get(one)?.pending;
      if (settled && !underWay.has(one) && !isShy(one)) rounds.schedule(one, 0);
    }
  };

  /** Whether its host has refused us lately: it is not asked sooner than the document says. */
  const isShy = (id: string): boolean => {
    const probe = services.get(id)?.service.probe;
    return probe !== undefined && manners.refusal(hostOf(expandPreset(probe))) !== undefined;
  };

  return {
    state: () => ({
      services: [...services.values()],
      records,
      ...(checkedAtUtcMs === undefined ? {} : { checkedAtUtcMs }),
      checkingNow: asked.size > 0,
      confirming: countPending(records.values()),
    }),
    onChange: (listener) => void listeners.add(listener),
    setServices: (next) => {
      const known = records;
      stop();
      services = new Map(next.map((one) => [one.service.id, one]));
      relatives = relativesOf(next);
      const now = clock.nowUtcMs();
      records = new Map(next.map((one) => [one.service.id, firstRecord(one, known, now)]));
      start();
      emit({ what: 'verdicts', changes: [] });
    },
    checkNow: (serviceId) => {
      const ids = serviceId === undefined ? [...services.keys()] : [serviceId];
      for (const id of ids.filter((one) => isChecked(services.get(one)))) {
        asked.add(id);
        if (underWay.has(id)) turns.hurry(id);
        else if (running) rounds.schedule(id, 0);
      }
      if (isBlind()) void parts.connectivity.confirm();
      emit({ what: 'verdicts', changes: [] });
    },
    suspend: stop,
    resume: () => {
      hasJumped();
      line += 1;
      turns.renew();
      if (!running) return start();
      // What is under way may be the very answer that proves the way out.
      for (const id of services.keys()) if (!underWay.has(id)) rounds.schedule(id, 0);
    },
    dispose: () => {
      stop();
      listeners.clear();
    },
  };
}

/** Every check under way listens for the end of its era: dozens of listeners are no leak, whatever Node suspects. */
function newEra(): AbortController {
  const era = new AbortController();
  setMaxListeners(0, era.signal);
  return era;
}
