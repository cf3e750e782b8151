/** The first of what comes, at most `count`: what would come after is not even made. Pure. */
export function firstOf<T>(all: Iterable<T>, count: number): readonly T[] {
  const first: T[] = [];
  if (count <= 0) return first;
  for (const one of all) {
    first.push(one);
    if (first.length >= count) break;
  }
  return first;
}
