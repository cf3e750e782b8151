/** The services as the document groups them. Pure. */
import { grouped } from '../lists/grouped.ts';
import type { ServiceView } from './view.ts';

export type Group = Readonly<{
  /** Absent for the services without a group. */
  name?: string;
  views: readonly ServiceView[];
}>;

/** In the order of the document; services without a group come last, together. */
export function groupsOf(views: readonly ServiceView[]): readonly Group[] {
  const named = views.filter(({ group }) => group !== undefined);
  const rest = views.filter(({ group }) => group === undefined);
  return [
    ...[...grouped(named, ({ group = '' }) => group)].map(([name, all]) => ({ name, views: all })),
    ...(rest.length > 0 ? [{ views: rest }] : []),
  ];
}
