import type { Snapshot } from '../../shared/snapshot.ts';

/**
 * Puts the known objects of unchanged services into the next snapshot. The bridge makes a copy of each, and a new object
 * would redraw its row.
 */
export function sharing(before: Snapshot, next: Snapshot): Snapshot {
  const known = new Map(before.services.map((one) => [one.id, one]));
  const services = next.services.map((one) => {
    const old = known.get(one.id);
    return old && JSON.stringify(old) === JSON.stringify(one) ? old : one;
  });
  return { ...next, services };
}
