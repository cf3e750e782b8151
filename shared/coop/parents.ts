/** Which service depends on which. A parent that is unknown, circular or too deep is reported and dropped. Pure. */
import type { Problem } from './problem.ts';
import type { KnownService } from './service.ts';
import type { Remedy } from './remedy.ts';
import { remedy } from './remedy.ts';

/** Maximum length of a chain of parents, which is walked whenever a service is shown. */
export const maxParentDepth = 32;

/** Drops invalid parents. `pathOf` is a service's path in the document. */
export function withSoundParents(
  services: readonly KnownService[],
  pathOf: (serviceId: string) => string,
): Readonly<{ services: readonly KnownService[]; problems: readonly Problem[] }> {
  const parents = parentsOf(services);
  const known = new Set(services.map(({ service }) => service.id));
  const depths = depthsOf(parents);
  const problems: Problem[] = [];
  const sound = services.map((one) => {
    const { id, parent } = one.service;
    if (parent === undefined) return one;
    const fault = faultOf(id, parent, known, depths);
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
  depths: ReadonlyMap<string, number>,
): Remedy | undefined {
  if (!known.has(parent)) return remedy('other-service', { got: parent });
  const depth = depths.get(id);
  if (depth === undefined) return remedy('parent-circle', { got: parent });
  // Cutting at each multiple of the limit leaves no longer chain.
  return depth % maxParentDepth === 0
    ? remedy('parent-deep', { limit: maxParentDepth })
    : undefined;
}

/**
 * The number of ancestors of each service; absent for those in a circle. Visits each service once: walks up to the
 * first known ancestor, then counts on the way back.
 */
function depthsOf(parents: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  const seen = new Set<string>();
  for (const start of parents.keys()) {
    const path: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      path.push(at);
      at = parents.get(at);
    }
    // If the walk returns to itself, it has found a circle. Services before that point depend on the circle, but are
    // not in it.
    const circleStart = at === undefined ? -1 : path.indexOf(at);
    const knownDepth = circleStart === -1 && at !== undefined ? depths.get(at) : undefined;
    let depth = at === undefined ? -1 : (knownDepth ?? 0);
    for (const [index, id] of [...path.entries()].toReversed()) {
      if (circleStart !== -1 && index >= circleStart) continue;
      depth += 1;
      depths.set(id, depth);
    }
  }
  return depths;
}

/** Parent ids by service id. */
export function parentsOf(services: readonly KnownService[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const { service } of services) {
    if (service.parent !== undefined) parents.set(service.id, service.parent);
  }
  return parents;
}

/** From the parent upwards; stops at a circle, including the service that closes it. */
export function ancestorsOf(id: string, parents: ReadonlyMap<string, string>): readonly string[] {
  const found = new Set<string>();
  for (let at = parents.get(id); at !== undefined && !found.has(at); at = parents.get(at)) {
    found.add(at);
  }
  return [...found];
}
