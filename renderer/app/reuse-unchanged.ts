import type { Snapshot } from '../../shared/snapshot.ts';

/**
 * Reuses the previous objects of unchanged services in the next snapshot. Each snapshot is parsed anew, and a new
 * object would re-render its row.
 */
export function sharing(before: Snapshot, next: Snapshot): Snapshot {
  const previous = new Map(before.services.map((one) => [one.id, one]));
  const services = next.services.map((one) => {
    const old = previous.get(one.id);
    return old && JSON.stringify(old) === JSON.stringify(one) ? old : one;
  });
  return { ...next, services };
}
