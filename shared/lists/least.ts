/** The `limit` items with the smallest measure, in the order in which they were given. Pure. */
export function leastOf<T>(
  items: readonly T[],
  limit: number,
  measure: (item: T) => number,
): readonly T[] {
  const least = items.toSorted((one, other) => measure(one) - measure(other)).slice(0, limit);
  const kept = new Set(least);
  return items.filter((item) => kept.has(item));
}
