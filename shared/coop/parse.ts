/**
 * Reads a co-op document with care: a wrong frame is an error that names its JSON path, a wrong service is shown as
 * unknown with its error and costs no other. Pure.
 */
import type * as v from 'valibot';
import type { DirectoryError, Problem } from '../snapshot.ts';
import type { Reason } from '../status/observation.ts';
import { reason } from '../status/observation.ts';
import type { EchoInstance } from '../echo/instance.ts';
import type { Service, Witness } from './document.ts';
import type { GithubPlace, MatrixPlace } from './accounts.ts';
import { GithubSchema, MatrixSchema } from './accounts.ts';
import type { BackupsPlan } from './backups.ts';
import { BackupsSchema, insecureSources } from './backups.ts';
import type { Feed } from './feed.ts';
import { danglingFeeds, readFeeds } from './feed.ts';
import type { FeedbackPlan } from './feedback.ts';
import { FeedbackPlanSchema } from './feedback.ts';
import { readEcho } from './echo.ts';
import { CoopDocumentSchema, CoopFrameSchema, RdapSchema, ServiceSchema } from './document.ts';
import { serviceIdPattern } from './parts.ts';
import type { Emergency } from './emergency.ts';
import { readEmergency } from './emergency.ts';
import type { Maintenance } from './maintenance.ts';
import { readMaintenance } from './maintenance.ts';
import { withSoundParents } from './parents.ts';
import { probeTypes } from './probe.ts';
import { readJson } from './json-document.ts';
import { firstOf } from '../lists/first.ts';
import { unknownKeys } from './keys.ts';
import { nearest } from './near.ts';
import { isRecord, parseEntry, problemAt, unknownType } from './problem.ts';
import type { Remedy } from './remedy.ts';
import { remedy } from './remedy.ts';
import { readWitnesses } from './witnesses.ts';
import { withSoundStandbys } from './standby.ts';
import type { WorkingHours } from './quiet-hours.ts';
import type { Steps } from '../steps.ts';
import { atOnce, inSteps } from '../steps.ts';

/** A service of the document, with the reason why it cannot be checked if there is one. */
export type KnownService = Readonly<{ service: Service; unreadable?: Reason }>;

export type CoopDocument = Readonly<{
  name: string;
  witnesses: readonly Witness[];
  /** When members may be told of things, as the co-op proposes it. */
  workingHours?: WorkingHours;
  services: readonly KnownService[];
  feeds: readonly Feed[];
  maintenance: readonly Maintenance[];
  emergency?: Emergency;
  /** Servers whose echo can be tested. */
  echo: readonly EchoInstance[];
  rdapUrl?: string;
  matrix?: MatrixPlace;
  github?: GithubPlace;
  feedback?: FeedbackPlan;
  backups?: BackupsPlan;
  problems: readonly Problem[];
}>;

export type ParsedDocument =
  | Readonly<{ ok: true; document: CoopDocument }>
  | Readonly<{ ok: false; error: DirectoryError }>;

/** Parses the text of a document of any origin; never throws. */
export function parseCoopDocument(text: string): ParsedDocument {
  return atOnce(parsing(text));
}

/** The same for whoever must not be held up by thousands of services: `breathe` lets others work in between. */
export function parseInSteps(
  text: string,
  breathe: () => Promise<unknown>,
): Promise<ParsedDocument> {
  return inSteps(parsing(text), breathe);
}

/** So many services are read in some milliseconds, whatever they expect. */
const servicesAtOnce = 100;

/** The steps of both. */
export function* parsing(text: string): Steps<ParsedDocument> {
  const read = readJson(text);
  if (!read.ok) return { ok: false, error: { code: 'not-json', problem: read.problem } };
  const { json } = read;
  const frame = parseEntry(CoopFrameSchema, json);
  if (!frame.success) return { ok: false, error: frameError(json, frame.issues[0]) };
  const given = new Set(frame.output.services.map(idOf));
  const services: ReadService[] = [];
  for (const [index, raw] of frame.output.services.entries()) {
    services.push(readService(raw, index, given));
    if (services.length % servicesAtOnce === 0) yield;
  }
  const known = withoutTwins(services);
  // Of two with the same id the first counts.
  const places = new Map([...services.entries()].toReversed().map(([at, it]) => [idIn(it), at]));
  const pathOf = (id: string) => `$.services[${places.get(id)}]`;
  const family = withSoundParents(known.services, pathOf);
  const standing = withSoundStandbys(family.services, pathOf);
  const ids = new Set(known.services.map(({ service }) => service.id));
  const plan = readMaintenance(frame.output.maintenance, ids);
  const witnesses = readWitnesses(frame.output.witnesses);
  const feeds = readFeeds(frame.output.feeds);
  const card = readEmergency(frame.output.emergency);
  const echo = readEcho(frame.output.echo, ids);
  const rdap = readPart(frame.output.rdap, '$.rdap', RdapSchema);
  const matrix = readPart(frame.output.matrix, '$.matrix', MatrixSchema);
  const github = readPart(frame.output.github, '$.github', GithubSchema);
  const feedback = readPart(frame.output.feedback, '$.feedback', FeedbackPlanSchema);
  const backups = readPart(frame.output.backups, '$.backups', BackupsSchema);
  if (services.length >= servicesAtOnce) yield;
  return {
    ok: true,
    document: {
      name: frame.output.name,
      witnesses: witnesses.witnesses,
      services: standing.services,
      feeds: feeds.feeds,
      maintenance: plan.maintenance,
      echo: echo.instances,
      ...(frame.output.quietHours ? { workingHours: frame.output.quietHours.outside } : {}),
      ...(card.emergency ? { emergency: card.emergency } : {}),
      ...(rdap.part ? { rdapUrl: rdap.part.url } : {}),
      ...(matrix.part ? { matrix: matrix.part } : {}),
      ...(github.part ? { github: github.part } : {}),
      ...(feedback.part ? { feedback: feedback.part } : {}),
      ...(backups.part ? { backups: backups.part } : {}),
      problems: [
        ...[witnesses, known, feeds, family, standing, plan, card, echo].flatMap(
          (one) => one.problems,
        ),
        ...[rdap, matrix, github, feedback, backups].flatMap((one) => one.problems),
        ...(backups.part ? insecureSources(backups.part) : []),
        ...danglingFeeds(frame.output.services, frame.output.feeds),
        ...misspeltKeys(json),
      ],
    },
  };
}

function idIn({ known }: ReadService): string {
  return known.service.id;
}

type ReadPart<T> = Readonly<{ part?: T; problems: readonly Problem[] }>;

/** A part that stands by itself: a fault there is said, and costs nothing else. */
function readPart<T>(raw: unknown, path: string, schema: v.GenericSchema<unknown, T>): ReadPart<T> {
  if (raw === undefined) return { problems: [] };
  const parsed = parseEntry(schema, raw);
  if (!parsed.success) return { problems: [problemAt(path, parsed.issues[0])] };
  return { part: parsed.output, problems: [] };
}

function frameError(json: unknown, issue: v.BaseIssue<unknown>): DirectoryError {
  const version = isRecord(json) ? json['version'] : undefined;
  if (typeof version === 'number' && version > 1) return { code: 'needs-newer' };
  return { code: 'not-a-coop-document', problem: problemAt('$', issue) };
}

type ReadService = Readonly<{ known: KnownService; problem?: Problem }>;

function readService(
  raw: unknown,
  index: number,
  given: ReadonlySet<string | undefined>,
): ReadService {
  const at = `$.services[${index}]`;
  const parsed = parseEntry(ServiceSchema, raw);
  if (parsed.success) return { known: { service: parsed.output } };
  const type = unknownProbeType(raw);
  const problem = type ? { path: `${at}.probe.type`, ...type } : problemAt(at, parsed.issues[0]);
  return {
    problem,
    known: {
      service: standIn(raw, index, given),
      unreadable:
        problem.code === 'newer-type'
          ? reason('needs-newer', { type: problem.params['got'] ?? '' })
          : reason('document', { ...problem.params, path: problem.path, problem: problem.code }),
    },
  };
}

/** A probe type that this version does not know is misspelt, or comes from a newer one. */
function unknownProbeType(raw: unknown): Remedy | undefined {
  const probe = isRecord(raw) ? raw['probe'] : undefined;
  const type = isRecord(probe) ? probe['type'] : undefined;
  if (typeof type !== 'string' || (probeTypes as readonly string[]).includes(type))
    return undefined;
  return unknownType(type, probeTypes);
}

/** What can be shown of a service that cannot be read: its name, if it has one. */
function standIn(raw: unknown, index: number, given: ReadonlySet<string | undefined>): Service {
  const { name } = isRecord(raw) ? raw : {};
  return {
    id: idOf(raw) ?? freeId(`service-${index}`, given),
    name: typeof name === 'string' && name.trim() ? name.trim().slice(0, 80) : `services[${index}]`,
    retired: false,
    intervalS: 60,
    damping: { failures: 3, successes: 2, confirmS: 10 },
  };
}

function idOf(raw: unknown): string | undefined {
  const id = isRecord(raw) ? raw['id'] : undefined;
  return typeof id === 'string' && serviceIdPattern.test(id) ? id : undefined;
}

/** An id made up here must not push out a service that carries it. */
function freeId(wanted: string, given: ReadonlySet<string | undefined>): string {
  return given.has(wanted) ? freeId(`${wanted}-`, given) : wanted;
}

/** Ids are keys everywhere: a second service of the same id is left out, and said so. */
function withoutTwins(read: readonly ReadService[]): Pick<CoopDocument, 'services' | 'problems'> {
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

/** More help nobody: whoever mends a document goes from one to the next. */
const misspeltLimit = 50;

/** A key nobody reads that looks like one of ours costs nothing, but does not do what its writer wants either. */
function misspeltKeys(json: unknown): readonly Problem[] {
  return firstOf(unknownKeys(CoopDocumentSchema, json), misspeltLimit).flatMap(
    ({ path, key, known }) => {
      const near = nearest(key, known);
      return near === undefined ? [] : [{ path, ...remedy('key-near', { near }) }];
    },
  );
}
