/** Finds the root cause of a change before it is announced; the rule is in `shared/status/suppression.ts`. */
import { ancestorsOf, parentsOf } from '../../../shared/coop/parents.ts';
import type { KnownService } from '../../../shared/coop/service.ts';
import type { Cause } from '../../../shared/status/dependencies.ts';
import { causeOf } from '../../../shared/status/dependencies.ts';
import type { Explanation, Lookups } from '../../../shared/status/suppression.ts';
import type { MaintenanceWindow, PlanNow } from '../../../shared/status/maintenance.ts';
import { planAt } from '../../../shared/status/maintenance.ts';
import { adopt, nothingHeld, sift } from '../../../shared/status/suppression.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { Clock } from '../../platform/clock.ts';

export type RootCauses = Readonly<{
  setServices: (services: readonly KnownService[]) => void;
  /** The changes to announce, some with their cause. Call at every check, with or without changes. */
  suppress: (changes: readonly Change[]) => readonly Change[];
  /** Services whose trouble is not announced for now. */
  suppressed: () => readonly string[];
  /** Adds causes that became known since. */
  withCauses: (changes: readonly Change[]) => readonly Change[];
}>;

export function createRootCauses(
  deps: Readonly<{
    clock: Clock;
    records: () => ReadonlyMap<string, ServiceRecord>;
    /** The planned work of the coming day. */
    maintenance: () => readonly MaintenanceWindow[];
  }>,
): RootCauses {
  let held = nothingHeld;
  let parents: ReadonlyMap<string, string> = new Map();
  let names: ReadonlyMap<string, string> = new Map();

  const named = (id: string): Cause => ({ id, name: names.get(id) ?? id });

  const explanationOf = (
    id: string,
    records: ReadonlyMap<string, ServiceRecord>,
    plan: PlanNow,
  ): Explanation | undefined => {
    if (plan.activeFor(id)) return { kind: 'maintenance' };
    const cause = causeOf(id, parents, (one) => records.get(one)?.verdict);
    return cause === undefined ? undefined : { kind: 'parent', cause: named(cause) };
  };
  /** Reads the records lazily: most checks change nothing and suppress nothing. */
  const readLazily = (): Lookups => {
    let read: ReadonlyMap<string, ServiceRecord> | undefined;
    const records = () => (read ??= deps.records());
    let plan: PlanNow | undefined;
    const planned = () => (plan ??= planAt(deps.maintenance(), parents, deps.clock.nowUtcMs()));
    return {
      recordOf: (id) => records().get(id),
      explanationOf: (id) => explanationOf(id, records(), planned()),
    };
  };

  const causeNow = (change: Change, backUp: ReadonlySet<string>, lookups: Lookups) => {
    if (change.to === 'up') {
      const back = ancestorsOf(change.serviceId, parents).findLast((id) => backUp.has(id));
      return back === undefined ? undefined : named(back);
    }
    const explanation = lookups.explanationOf(change.serviceId);
    return explanation?.kind === 'parent' ? explanation.cause : undefined;
  };

  return {
    setServices: (services) => {
      parents = parentsOf(services);
      names = new Map(services.map(({ service }) => [service.id, service.name]));
    },
    suppress: (changes) => {
      const sifted = sift(held, changes, readLazily(), deps.clock.nowUtcMs());
      held = sifted.held;
      return sifted.changes;
    },
    suppressed: () => [...held.keys()],
    withCauses: (changes) => {
      const lookups = readLazily();
      const backUp = new Set(changes.filter((one) => one.to === 'up').map((one) => one.serviceId));
      const explained = changes.map((change) => {
        const cause = change.cause ?? causeNow(change, backUp, lookups);
        return cause ? { ...change, cause } : change;
      });
      held = adopt(held, explained);
      return explained;
    },
  };
}
