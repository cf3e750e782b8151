/** Results side by side: those of one server from one place belong together. */
import type { Result } from '../../../shared/echo/state.ts';

export type Group = Readonly<{
  key: string;
  name: string;
  place: string | undefined;
  results: readonly Result[];
}>;

/** In the order in which the servers first come; in each, the oldest first. */
export function groupsOf(results: readonly Result[]): readonly Group[] {
  const places = new Set(results.map((one) => one.place));
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const key = `${result.instance.id} ${result.instance.name} ${result.place ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups].flatMap(([key, members]) => {
    const [first] = members;
    return first
      ? {
          key,
          name: first.instance.name,
          // One place for all would only be repeated.
          place: places.size > 1 ? first.place : undefined,
          results: members.toSorted((a, b) => a.atUtcMs - b.atUtcMs),
        }
      : [];
  });
}
