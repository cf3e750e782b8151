/** Which service stands on which, as the document says it: an unknown or circular parent is a problem, and no parent. Pure. */
import type { Problem } from '../snapshot.ts';
import type { KnownService } from './parse.ts';
import type { Remedy } from './remedy.ts';
import { remedy } from './remedy.ts';

/** Leaves out parents that cannot be; `pathOf` is where a service of that id stands in the document. */
export function withSoundParents(
  services: readonly KnownService[],
  pathOf: (serviceId: string) => string,
): Readonly<{ services: readonly KnownService[]; problems: readonly Problem[] }> {
  const parents = parentsOf(services);
  const known = new Set(services.map(({ service }) => service.id));
  const problems: Problem[] = [];
  const sound = services.map((one) => {
    const { id, parent } = one.service;
    if (parent === undefined) return one;
    const fault = faultOf(id, parent, known, parents);
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
  parents: ReadonlyMap<string, string>,
): Remedy | undefined {
  if (!known.has(parent)) return remedy('other-service', { got: parent });
  return ancestorsOf(id, parents).includes(id)
    ? remedy('parent-circle', { got: parent })
    : undefined;
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
