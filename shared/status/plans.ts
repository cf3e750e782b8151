/** The planned work of all services, each piece once. Pure. */
import type { ServiceView } from './view.ts';

export type PlannedWork = NonNullable<ServiceView['maintenance']> &
  Readonly<{
    /** Names of the services it is about. */
    names: readonly string[];
    /** Whether these are all there are. */
    all: boolean;
  }>;

/** By their beginning. */
export function plansOf(views: readonly ServiceView[]): readonly PlannedWork[] {
  const present = views.filter((view) => view.verdict !== 'retired');
  const works = new Map<string, Omit<PlannedWork, 'all'>>();
  for (const { name, maintenance } of present) {
    if (!maintenance) continue;
    const key = JSON.stringify(maintenance);
    const { names } = works.get(key) ?? { names: [] };
    works.set(key, { ...maintenance, names: [...names, name] });
  }
  return [...works.values()]
    .map((work) => ({ ...work, all: work.names.length === present.length }))
    .toSorted((a, b) => a.startsUtcMs - b.startsUtcMs);
}
