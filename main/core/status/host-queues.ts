/** A queue for each host, and the hosts served in turn, so that a large one delays no other. */
export type HostQueues<T> = Readonly<{
  add: (host: string, one: T) => void;
  remove: (host: string, one: T) => void;
  /** Takes the first of the next host that is free. */
  next: (isFree: (host: string) => boolean) => T | undefined;
  /** All that wait for the host. */
  at: (host: string) => Iterable<T>;
}>;

export function createHostQueues<T>(): HostQueues<T> {
  const queues = new Map<string, Set<T>>();

  const take = (host: string, queue: Set<T>, one: T) => {
    queue.delete(one);
    queues.delete(host);
    // It goes to the end: the other hosts come first now.
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
