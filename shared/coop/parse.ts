/**
 * Parses a co-op document: a faulty frame is an error that names its JSON path, a faulty entry or section costs no
 * other. Pure.
 */
import type * as v from 'valibot';
import { defined } from '../defined.ts';
import type { EchoInstance } from './echo-instance.ts';
import { firstOf } from '../lists/first.ts';
import type { Steps } from '../steps.ts';
import { runSteps, inSteps } from '../steps.ts';
import type { DirectoryError } from './directory-error.ts';
import { CoopDocumentSchema, CoopFrameSchema } from './document.ts';
import { readEcho } from './echo.ts';
import type { Emergency } from './emergency.ts';
import { readEmergency } from './emergency.ts';
import type { Feed } from './feed.ts';
import { danglingFeeds, readFeeds } from './feed.ts';
import { readJson } from './json-document.ts';
import { unknownKeys } from './keys.ts';
import type { Maintenance } from './maintenance.ts';
import { readMaintenance } from './maintenance.ts';
import { nearest } from './near.ts';
import { withSoundParents } from './parents.ts';
import type { Problem } from './problem.ts';
import { parseEntry, problemAt } from './problem.ts';
import { isRecord } from '../json.ts';
import type { WorkingHours } from './quiet-hours.ts';
import type { ReadService } from './read-services.ts';
import { idOf, readService, withoutDuplicateIds } from './read-services.ts';
import { remedy } from './remedy.ts';
import type { Sections } from './sections.ts';
import { readSections } from './sections.ts';
import type { KnownService } from './service.ts';
import { withSoundStandbys } from './sound-standbys.ts';
import type { Witness } from './witnesses.ts';
import { readWitnesses } from './witnesses.ts';

export type CoopDocument = Sections &
  Readonly<{
    name: string;
    witnesses: readonly Witness[];
    /** When members may be notified, as the co-op proposes it. */
    workingHours?: WorkingHours;
    services: readonly KnownService[];
    feeds: readonly Feed[];
    maintenance: readonly Maintenance[];
    emergency?: Emergency;
    /** Servers whose echo can be tested. */
    echo: readonly EchoInstance[];
    problems: readonly Problem[];
  }>;

export type ParsedDocument =
  | Readonly<{ ok: true; document: CoopDocument }>
  | Readonly<{ ok: false; error: DirectoryError }>;

/** Parses the text of a document of any origin; never throws. */
export function parseCoopDocument(text: string): ParsedDocument {
  return runSteps(parsing(text));
}

/** The same without blocking for thousands of services: `breathe` lets other work run in between. */
export function parseInSteps(
  text: string,
  breathe: () => Promise<unknown>,
): Promise<ParsedDocument> {
  return inSteps(parsing(text), breathe);
}

/** So many services take a few milliseconds, whatever their probes. */
const servicesPerStep = 100;

/** The steps of both. */
export function* parsing(text: string): Steps<ParsedDocument> {
  const read = readJson(text);
  if (!read.ok) return { ok: false, error: { code: 'not-json', problem: read.problem } };
  const { json } = read;
  const frame = parseEntry(CoopFrameSchema, json);
  if (!frame.success) return { ok: false, error: frameError(json, frame.issues[0]) };
  const services = yield* readingServices(frame.output.services);
  const document = joined(frame.output, services);
  if (services.length >= servicesPerStep) yield;
  const problems = [...document.problems, ...misspeltKeys(json)];
  return { ok: true, document: { ...document, problems } };
}

function* readingServices(raws: readonly unknown[]): Steps<readonly ReadService[]> {
  const given = new Set(raws.map(idOf));
  const services: ReadService[] = [];
  for (const [index, raw] of raws.entries()) {
    services.push(readService(raw, index, given));
    if (services.length % servicesPerStep === 0) yield;
  }
  return services;
}

type Frame = v.InferOutput<typeof CoopFrameSchema>;

/** The document of its parts, once references between them are known to be sound. */
function joined(frame: Frame, services: readonly ReadService[]): CoopDocument {
  const known = withoutDuplicateIds(services);
  // Of two with the same id the first counts.
  const places = new Map(
    [...services.entries()].toReversed().map(([at, one]) => [one.known.service.id, at]),
  );
  const pathOf = (id: string) => `$.services[${places.get(id)}]`;
  const family = withSoundParents(known.services, pathOf);
  const standing = withSoundStandbys(family.services, pathOf);
  const ids = new Set(known.services.map(({ service }) => service.id));
  const plan = readMaintenance(frame.maintenance, ids);
  const witnesses = readWitnesses(frame.witnesses);
  const feeds = readFeeds(frame.feeds);
  const card = readEmergency(frame.emergency);
  const echo = readEcho(frame.echo, ids);
  const alone = readSections(frame);
  return {
    name: frame.name,
    witnesses: witnesses.witnesses,
    services: standing.services,
    feeds: feeds.feeds,
    maintenance: plan.maintenance,
    echo: echo.instances,
    ...defined({ workingHours: frame.quietHours?.outside, emergency: card.emergency }),
    ...alone.sections,
    problems: [
      ...[witnesses, known, feeds, family, standing, plan, card, echo, alone].flatMap(
        (one) => one.problems,
      ),
      ...danglingFeeds(frame.services, frame.feeds),
    ],
  };
}

function frameError(json: unknown, issue: v.BaseIssue<unknown>): DirectoryError {
  const version = isRecord(json) ? json['version'] : undefined;
  if (typeof version === 'number' && version > 1) return { code: 'needs-newer' };
  return { code: 'not-a-coop-document', problem: problemAt('$', issue) };
}

/** More at once would not help: documents are mended one problem at a time. */
const misspeltLimit = 50;

/** An unknown key that resembles a known one does no harm, but not what its writer wants either. */
function misspeltKeys(json: unknown): readonly Problem[] {
  return firstOf(unknownKeys(CoopDocumentSchema, json), misspeltLimit).flatMap(
    ({ path, key, known }) => {
      const near = nearest(key, known);
      return near === undefined ? [] : [{ path, ...remedy('key-near', { near }) }];
    },
  );
}
