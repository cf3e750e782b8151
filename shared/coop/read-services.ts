/** Parses services one by one: an invalid entry is shown as unknown, with the problem as its reason. */
import { reason } from '../observation/observation.ts';
import { serviceIdPattern } from './parts.ts';
import { probeTypes } from './probe.ts';
import type { Problem } from './problem.ts';
import { problemAt, unknownType } from './problem.ts';
import { isRecord } from '../json.ts';
import type { Remedy } from './remedy.ts';
import { remedy } from './remedy.ts';
import type { KnownService, Service } from './service.ts';
import { ServiceGroup, ServiceSchema } from './service.ts';
import type { TextReader } from './texts.ts';
import { TextsOf } from './texts.ts';

/** The name may be what is wrong with the entry; then it is cut. */
const LongName = TextsOf(10_000);

export type ReadService = Readonly<{ known: KnownService; problem?: Problem }>;

export function readService(
  raw: unknown,
  index: number,
  given: ReadonlySet<string | undefined>,
  texts: TextReader,
): ReadService {
  const at = `$.services[${index}]`;
  const parsed = texts.read(ServiceSchema, raw);
  if (parsed.success) return { known: { service: parsed.output } };
  const type = unknownProbeType(raw);
  const problem = type ? { path: `${at}.probe.type`, ...type } : problemAt(at, parsed.issues[0]);
  return {
    problem,
    known: {
      service: placeholder(raw, index, given, texts),
      unreadable:
        problem.code === 'newer-type'
          ? reason('needs-newer', { type: problem.params['got'] ?? '' })
          : reason('document', { ...problem.params, path: problem.path, problem: problem.code }),
    },
  };
}

/** An unknown probe type is misspelt, or from a newer version. */
function unknownProbeType(raw: unknown): Remedy | undefined {
  const probe = isRecord(raw) ? raw['probe'] : undefined;
  const type = isRecord(probe) ? probe['type'] : undefined;
  if (typeof type !== 'string' || (probeTypes as readonly string[]).includes(type))
    return undefined;
  return unknownType(type, probeTypes);
}

/** A placeholder for a service with an invalid entry. */
function placeholder(
  raw: unknown,
  index: number,
  given: ReadonlySet<string | undefined>,
  texts: TextReader,
): Service {
  const { name, group, audience } = isRecord(raw) ? raw : {};
  const shown = texts.read(LongName, name);
  const heading = texts.read(ServiceGroup, group);
  return {
    id: idOf(raw) ?? freeId(`service-${index}`, given),
    name: shown.success ? shown.output.slice(0, 80) : `services[${index}]`,
    // Keeps its place in the list, and whom it concerns.
    ...(heading.success ? { group: heading.output } : {}),
    ...(audience === 'admins' ? { audience } : {}),
    retired: false,
    intervalS: 60,
    damping: { failures: 3, successes: 2, confirmS: 10 },
  };
}

export function idOf(raw: unknown): string | undefined {
  const id = isRecord(raw) ? raw['id'] : undefined;
  return typeof id === 'string' && serviceIdPattern.test(id) ? id : undefined;
}

/** A generated id must not displace a service that has it. */
function freeId(wanted: string, given: ReadonlySet<string | undefined>): string {
  return given.has(wanted) ? freeId(`${wanted}-`, given) : wanted;
}

/** Drops and reports services with a duplicate id. */
export function withoutDuplicateIds(
  read: readonly ReadService[],
): Readonly<{ services: readonly KnownService[]; problems: readonly Problem[] }> {
  const ids = new Set<string>();
  const services: KnownService[] = [];
  const problems: Problem[] = [];
  for (const [index, { known, problem }] of read.entries()) {
    if (problem) problems.push(problem);
    if (ids.has(known.service.id)) {
      problems.push({
        path: `$.services[${index}].id`,
        ...remedy('id-taken', { id: known.service.id }),
      });
      continue;
    }
    ids.add(known.service.id);
    services.push(known);
  }
  return { services, problems };
}
