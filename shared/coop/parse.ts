/**
 * Parses a co-op document. An invalid frame is an error with its JSON path; an invalid entry or section does not affect
 * the others. Pure.
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
import type { OtherLanguages, TextReader } from './texts.ts';
import { createTextReader } from './texts.ts';
import type { Witness } from './witnesses.ts';
import { readWitnesses } from './witnesses.ts';

export type CoopDocument = Sections &
  Readonly<{
    name: string;
    witnesses: readonly Witness[];
    /** When members may be notified, as proposed by the co-op. */
    workingHours?: WorkingHours;
    services: readonly KnownService[];
    feeds: readonly Feed[];
    maintenance: readonly Maintenance[];
    emergency?: Emergency;
    /** Servers that offer the echo test. */
    echo: readonly EchoInstance[];
    otherLanguages: OtherLanguages;
    problems: readonly Problem[];
  }>;

export type ParsedDocument =
  | Readonly<{ ok: true; document: CoopDocument }>
  | Readonly<{ ok: false; error: DirectoryError }>;

/** Never throws. `language`: the member's, as a tag of BCP 47 or POSIX. */
export function parseCoopDocument(text: string, language = 'en'): ParsedDocument {
  return runSteps(parsing(text, language));
}

/** The same without blocking on thousands of services: awaits `breathe` between steps. */
export function parseInSteps(
  text: string,
  language: string,
  breathe: () => Promise<unknown>,
): Promise<ParsedDocument> {
  return inSteps(parsing(text, language), breathe);
}

/** Takes a few milliseconds, whatever the probes. */
const servicesPerStep = 100;

export function* parsing(text: string, language: string): Steps<ParsedDocument> {
  const read = readJson(text);
  if (!read.ok) return { ok: false, error: { code: 'not-json', problem: read.problem } };
  const { json } = read;
  const frame = parseEntry(CoopFrameSchema, json);
  if (!frame.success) return { ok: false, error: frameError(json, frame.issues[0]) };
  const texts = createTextReader(language, frame.output.language);
  const services = yield* readingServices(frame.output.services, texts);
  const document = assemble(frame.output, services, texts);
  if (services.length >= servicesPerStep) yield;
  const problems = [...document.problems, ...misspeltKeys(json)];
  return { ok: true, document: { ...document, problems } };
}

function* readingServices(
  raws: readonly unknown[],
  texts: TextReader,
): Steps<readonly ReadService[]> {
  const given = new Set(raws.map(idOf));
  const services: ReadService[] = [];
  for (const [index, raw] of raws.entries()) {
    services.push(readService(raw, index, given, texts));
    if (services.length % servicesPerStep === 0) yield;
  }
  return services;
}

type Frame = v.InferOutput<typeof CoopFrameSchema>;

/** Validates references between parts and assembles the document. */
function assemble(frame: Frame, services: readonly ReadService[], texts: TextReader): CoopDocument {
  const known = withoutDuplicateIds(services);
  // Of duplicate ids, the first counts.
  const places = new Map(
    [...services.entries()].toReversed().map(([at, one]) => [one.known.service.id, at]),
  );
  const pathOf = (id: string) => `$.services[${places.get(id)}]`;
  const parents = withSoundParents(known.services, pathOf);
  const standbys = withSoundStandbys(parents.services, pathOf);
  const ids = new Set(known.services.map(({ service }) => service.id));
  const maintenance = readMaintenance(frame.maintenance, ids, texts);
  const witnesses = readWitnesses(frame.witnesses);
  const feeds = readFeeds(frame.feeds, texts);
  const card = readEmergency(frame.emergency, texts);
  const echo = readEcho(frame.echo, ids, texts);
  const sections = readSections(frame, texts);
  return {
    name: texts.choose(frame.name),
    witnesses: witnesses.witnesses,
    services: standbys.services,
    feeds: feeds.feeds,
    maintenance: maintenance.maintenance,
    echo: echo.instances,
    ...defined({ workingHours: frame.quietHours?.outside, emergency: card.emergency }),
    ...sections.sections,
    otherLanguages: texts.others(),
    problems: [
      ...[witnesses, known, feeds, parents, standbys, maintenance, card, echo, sections].flatMap(
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

/** More would not help: people fix a document one problem at a time. */
const misspeltLimit = 50;

/** An unknown key that resembles a known one is probably a typo, so the setting has no effect. */
function misspeltKeys(json: unknown): readonly Problem[] {
  return firstOf(unknownKeys(CoopDocumentSchema, json), misspeltLimit).flatMap(
    ({ path, key, known }) => {
      const near = nearest(key, known);
      return near === undefined ? [] : [{ path, ...remedy('key-near', { near }) }];
    },
  );
}
