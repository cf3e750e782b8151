/** Finds the root cause of services that are down because one that they depend on is. Pure. */
import type { Verdict } from '../observation/observation.ts';
import type { ServiceView } from './view.ts';

/** A service that is the root cause of another one's trouble. */
export type Cause = Readonly<{ id: string; name: string }>;

/**
 * The lowest service below `id` that is down or in maintenance; undefined if none is. One that is up on the way ends
 * the search: trouble below it does not affect what depends on it.
 */
export function causeOf(
  id: string,
  parents: ReadonlyMap<string, string>,
  verdictOf: (serviceId: string) => Verdict | undefined,
): string | undefined {
  let cause: string | undefined;
  for (let at = parents.get(id); at !== undefined; at = parents.get(at)) {
    const verdict = verdictOf(at);
    if (verdict === 'up') break;
    if (verdict === 'down' || verdict === 'maintenance') cause = at;
  }
  return cause;
}

/** Adds the root cause to each service that has one. */
export function explainViews(
  views: readonly ServiceView[],
  parents: ReadonlyMap<string, string>,
): readonly ServiceView[] {
  if (parents.size === 0) return views;
  const byId = new Map(views.map((view) => [view.id, view]));
  return views.map((view) => {
    if (view.verdict === 'up' || view.verdict === 'retired') return view;
    const cause = byId.get(causeOf(view.id, parents, (id) => byId.get(id)?.verdict) ?? '');
    return cause ? { ...view, explainedBy: { id: cause.id, name: cause.name } } : view;
  });
}

const none: readonly ServiceView[] = [];

/**
 * The services that `id` explains, in their order. If there are none, always the same array, so that a row is not
 * rerendered.
 */
export function dependentsOf(id: string, views: readonly ServiceView[]): readonly ServiceView[] {
  const found = views.filter((view) => view.explainedBy?.id === id);
  return found.length > 0 ? found : none;
}

/** Leaves out services whose root cause is in the list: they are shown with it. */
export function causesOnly(views: readonly ServiceView[]): readonly ServiceView[] {
  const ids = new Set(views.map((view) => view.id));
  return views.filter((view) => view.explainedBy === undefined || !ids.has(view.explainedBy.id));
}
