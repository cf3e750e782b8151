/** Who waits for a turn: a row for each host, and the hosts served in turn, so that a large one delays no other. */
export type Rows<T> = Readonly<{
  add: (host: string, one: T) => void;
  remove: (host: string, one: T) => void;
  /** Takes the first of the next host that is free. */
  next: (isFree: (host: string) => boolean) => T | undefined;
  /** All who wait for the host. */
  at: (host: string) => Iterable<T>;
}>;

export function createRows<T>(): Rows<T> {
  const rows = new Map<string, Set<T>>();

  const take = (host: string, row: Set<T>, one: T) => {
    row.delete(one);
    rows.delete(host);
    // It goes to the end: the other hosts come first now.
    if (row.size > 0) rows.set(host, row);
    return one;
  };

  return {
    add: (host, one) => {
      const row = rows.get(host);
      if (row) row.add(one);
      else rows.set(host, new Set([one]));
    },
    remove: (host, one) => {
      const row = rows.get(host);
      row?.delete(one);
      if (row?.size === 0) rows.delete(host);
    },
    next: (isFree) => {
      for (const [host, row] of rows) {
        const [first] = row;
        if (first !== undefined && isFree(host)) return take(host, row, first);
      }
      return undefined;
    },
    at: (host) => rows.get(host) ?? [],
  };
}
