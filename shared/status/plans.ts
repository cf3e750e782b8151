/** The planned maintenance of all services, each window once. Pure. */
import { grouped } from '../lists/grouped.ts';
import type { ServiceView } from './view.ts';

export type PlannedWork = NonNullable<ServiceView['maintenance']> &
  Readonly<{
    /** Names of the services it affects. */
    names: readonly string[];
    /** Whether it affects all services. */
    all: boolean;
  }>;

/** Sorted by start. */
export function plansOf(views: readonly ServiceView[]): readonly PlannedWork[] {
  const present = views.filter((view) => view.verdict !== 'retired');
  const planned = present.flatMap(({ name, maintenance }) =>
    maintenance ? [{ name, maintenance }] : [],
  );
  const works = grouped(planned, ({ maintenance }) => JSON.stringify(maintenance));
  return [...works.values()]
    .flatMap((group) => {
      const [first] = group;
      const names = group.map(({ name }) => name);
      return first ? [{ ...first.maintenance, names, all: names.length === present.length }] : [];
    })
    .toSorted((a, b) => a.startsUtcMs - b.startsUtcMs);
}
