/** Timers for when something shown of a service becomes too old to count, so that it is redrawn in time. */
import type { Service, KnownService } from '../../../shared/coop/service.ts';
import type { DomainView } from '../../../shared/status/domain-view.ts';
import { domainLife } from '../../../shared/status/domain.ts';
import type { Life } from '../../../shared/status/life.ts';
import { holds, nextTurnUtcMs } from '../../../shared/status/life.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import { readingLife } from '../../../shared/status/machine.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { Domains } from './domains.ts';

export type Expiry = Readonly<{
  /** Something shown has become too old by time alone. */
  onTurn: Emitter<void>['on'];
  setServices: (services: readonly KnownService[]) => void;
  /** Call when a service's data has changed. True if something counts again, or no longer does. */
  review: (serviceId: string) => boolean;
  /** The same for all services; also call after a sleep. */
  reviewAll: () => boolean;
  /** Stops the timer until `reviewAll`. */
  suspend: () => void;
  dispose: () => void;
}>;

/** Always in the same order; undefined if unknown. */
export type Lives = readonly (Life | undefined)[];

export type ExpiryDeps = Readonly<{
  clock: Clock;
  /** Reads the current data; the returned function gives the lifetimes of what is shown of a service. */
  readLives: () => (service: Service) => Lives;
}>;

/** Minimum time between redraws, in ms: the readings of thousands of services expire one by one. */
const minIntervalMs = 100;

export function createExpiry(deps: ExpiryDeps): Expiry {
  const { clock } = deps;
  const turns = createEmitter<void>();
  let services: ReadonlyMap<string, Service> = new Map();
  let known = new Map<string, Lives>();
  /** When the timer fires, ms UTC. */
  let nextUtcMs = Infinity;
  let cancel = () => {};

  const all = (): readonly Life[] => [...known.values()].flatMap(definedLives);

  const refresh = () => {
    const livesOf = deps.readLives();
    known = new Map([...services].map(([id, service]) => [id, livesOf(service)]));
  };

  const arm = (atUtcMs = Infinity, minMs = 0) => {
    cancel();
    nextUtcMs = atUtcMs;
    if (atUtcMs === Infinity) return;
    cancel = clock.after(Math.max(minMs, atUtcMs - clock.nowUtcMs()), fire);
  };

  const fire = () => {
    const nowUtcMs = clock.nowUtcMs();
    const hasTurned = (nextTurnUtcMs(all(), nextUtcMs - 1) ?? Infinity) <= nowUtcMs;
    if (hasTurned) refresh();
    arm(nextTurnUtcMs(all(), nowUtcMs), minIntervalMs);
    if (hasTurned) turns.emit();
  };

  return {
    onTurn: turns.on,
    setServices: (next) => {
      services = new Map(next.map(({ service }) => [service.id, service]));
    },
    review: (serviceId) => {
      const nowUtcMs = clock.nowUtcMs();
      const before = known.get(serviceId);
      const service = services.get(serviceId);
      const after = service ? deps.readLives()(service) : [];
      known.set(serviceId, after);
      const soonest = nextTurnUtcMs(definedLives(after), nowUtcMs) ?? Infinity;
      if (soonest < nextUtcMs) arm(soonest);
      return isOther(before, after, nowUtcMs);
    },
    reviewAll: () => {
      const nowUtcMs = clock.nowUtcMs();
      const before = known;
      refresh();
      arm(nextTurnUtcMs(all(), nowUtcMs));
      return [...known].some(([id, after]) => isOther(before.get(id), after, nowUtcMs));
    },
    suspend: () => arm(),
    dispose: () => {
      arm();
      turns.clear();
    },
  };
}

function definedLives(lives: Lives): readonly Life[] {
  return lives.filter((life) => life !== undefined);
}

function isOther(before: Lives | undefined, after: Lives, nowUtcMs: number): boolean {
  const count = (life: Life | undefined) => life !== undefined && holds(life, nowUtcMs);
  return after.some((life, index) => count(life) !== count(before?.[index]));
}

/** Lifetimes of a service's reading, its standby's data and its domain. Feeds track the age of their own reports. */
export function livesFrom(
  records: ReadonlyMap<string, ServiceRecord>,
  domainOf: Domains['domainOf'],
  nowUtcMs: number,
): (service: Service, standby: Life | undefined) => Lives {
  return (service, standby) => [
    service.probe && lifeOfReading(records.get(service.id), service.intervalS * 1000),
    standby,
    lifeOfDomain(domainOf(service.domain ?? ''), nowUtcMs),
  ];
}

function lifeOfReading(record: ServiceRecord | undefined, intervalMs: number): Life | undefined {
  const { asOfUtcMs, verdict = 'unknown' } = record ?? {};
  const isKnown = asOfUtcMs !== undefined && verdict !== 'unknown' && verdict !== 'retired';
  return isKnown ? readingLife(asOfUtcMs, intervalMs) : undefined;
}

function lifeOfDomain(domain: DomainView | undefined, nowUtcMs: number): Life | undefined {
  const { endsUtcMs } = domain ?? {};
  return endsUtcMs === undefined ? undefined : domainLife(endsUtcMs, nowUtcMs);
}
