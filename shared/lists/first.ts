/** At most the first `count` items; the others are not even generated. Pure. */
export function firstOf<T>(all: Iterable<T>, count: number): readonly T[] {
  const first: T[] = [];
  if (count <= 0) return first;
  for (const one of all) {
    first.push(one);
    if (first.length >= count) break;
  }
  return first;
}
