import type { Snapshot } from '../../shared/snapshot.ts';

/**
 * The next snapshot with the objects of the services that have not changed: each of them crosses the bridge as a new
 * copy, and only the rows of those that did change are to be drawn again.
 */
export function sharing(before: Snapshot, next: Snapshot): Snapshot {
  const known = new Map(before.services.map((one) => [one.id, one]));
  const services = next.services.map((one) => {
    const old = known.get(one.id);
    return old && JSON.stringify(old) === JSON.stringify(one) ? old : one;
  });
  return { ...next, services };
}
