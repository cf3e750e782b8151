/** Which service stands on which, as the document says it: a parent that is unknown, circular or too deep is a problem, and no parent. Pure. */
import type { Problem } from './problem.ts';
import type { KnownService } from './service.ts';
import type { Remedy } from './remedy.ts';
import { remedy } from './remedy.ts';

/** On how many others a service may stand, one below the other: each of them is looked at whenever it is shown. */
export const floorsLimit = 32;

/** Leaves out parents that cannot be; `pathOf` is where a service of that id stands in the document. */
export function withSoundParents(
  services: readonly KnownService[],
  pathOf: (serviceId: string) => string,
): Readonly<{ services: readonly KnownService[]; problems: readonly Problem[] }> {
  const parents = parentsOf(services);
  const known = new Set(services.map(({ service }) => service.id));
  const heights = heightsOf(parents);
  const problems: Problem[] = [];
  const sound = services.map((one) => {
    const { id, parent } = one.service;
    if (parent === undefined) return one;
    const fault = faultOf(id, parent, known, heights);
    if (!fault) return one;
    problems.push({ path: `${pathOf(id)}.parent`, ...fault });
    const { parent: _unsound, ...service } = one.service;
    return { ...one, service };
  });
  return { services: sound, problems };
}

function faultOf(
  id: string,
  parent: string,
  known: ReadonlySet<string>,
  heights: ReadonlyMap<string, number>,
): Remedy | undefined {
  if (!known.has(parent)) return remedy('other-service', { got: parent });
  const height = heights.get(id);
  if (height === undefined) return remedy('parent-circle', { got: parent });
  // Cut at each floor of so many: what stands higher begins anew, and no way down is longer.
  return height % floorsLimit === 0 ? remedy('parent-deep', { limit: floorsLimit }) : undefined;
}

/**
 * On how many others each service stands; absent for those in a circle. Each is gone through once: those on the way
 * down that are not known yet are counted on the way back.
 */
function heightsOf(parents: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const heights = new Map<string, number>();
  const seen = new Set<string>();
  for (const start of parents.keys()) {
    const way: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      way.push(at);
      at = parents.get(at);
    }
    // Where the way ends on itself a circle is closed: those before it stand on the circle, not in it.
    const closed = at === undefined ? -1 : way.indexOf(at);
    const ground = closed === -1 && at !== undefined ? heights.get(at) : undefined;
    let height = at === undefined ? -1 : (ground ?? 0);
    for (const [index, id] of [...way.entries()].toReversed()) {
      if (closed !== -1 && index >= closed) continue;
      height += 1;
      heights.set(id, height);
    }
  }
  return heights;
}

/** The parent of each service that has one. */
export function parentsOf(services: readonly KnownService[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const { service } of services) {
    if (service.parent !== undefined) parents.set(service.id, service.parent);
  }
  return parents;
}

/** From the parent upwards; ends where a circle closes, with the one that closes it. */
export function ancestorsOf(id: string, parents: ReadonlyMap<string, string>): readonly string[] {
  const found = new Set<string>();
  for (let at = parents.get(id); at !== undefined && !found.has(at); at = parents.get(at)) {
    found.add(at);
  }
  return [...found];
}
