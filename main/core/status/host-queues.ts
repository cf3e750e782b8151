/** A queue for each host, served in rotation, so that a host with many checks does not delay the others. */
export type HostQueues<T> = Readonly<{
  add: (host: string, one: T) => void;
  remove: (host: string, one: T) => void;
  /** Removes and returns the first item of the next free host. */
  next: (isFree: (host: string) => boolean) => T | undefined;
  /** All items that wait for the host. */
  at: (host: string) => Iterable<T>;
}>;

export function createHostQueues<T>(): HostQueues<T> {
  const queues = new Map<string, Set<T>>();

  const take = (host: string, queue: Set<T>, one: T) => {
    queue.delete(one);
    queues.delete(host);
    // Reinsert it at the end, so that the other hosts come first.
    if (queue.size > 0) queues.set(host, queue);
    return one;
  };

  return {
    add: (host, one) => {
      const queue = queues.get(host);
      if (queue) queue.add(one);
      else queues.set(host, new Set([one]));
    },
    remove: (host, one) => {
      const queue = queues.get(host);
      queue?.delete(one);
      if (queue?.size === 0) queues.delete(host);
    },
    next: (isFree) => {
      for (const [host, queue] of queues) {
        const [first] = queue;
        if (first !== undefined && isFree(host)) return take(host, queue, first);
      }
      return undefined;
    },
    at: (host) => queues.get(host) ?? [],
  };
}
