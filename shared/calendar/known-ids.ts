/** Ids that stay, though a program gives its events others at each reading. Pure. */
import type { Occurrence } from './occurrence.ts';

/**
 * The next occurrences, with the ids by which they were known: what has a new id, but the start and the title of one
 * that is gone, is the same. Otherwise a member would be reminded of it again (discourse-events #51).
 */
export function withKnownIds(
  known: readonly Occurrence[],
  next: readonly Occurrence[],
): readonly Occurrence[] {
  const left = new Set(next.map(({ id }) => id));
  const gone = new Map(known.filter(({ id }) => !left.has(id)).map((one) => [keyOf(one), one.id]));
  if (gone.size === 0) return next;
  const before = new Set(known.map(({ id }) => id));
  return next.map((one) => {
    const id = before.has(one.id) ? undefined : gone.get(keyOf(one));
    if (id === undefined) return one;
    gone.delete(keyOf(one));
    return { ...one, id };
  });
}

function keyOf({ startUtcMs, title }: Occurrence): string {
  return `${startUtcMs} ${title}`;
}
