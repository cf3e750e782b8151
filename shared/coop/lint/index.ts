/** Checks a document before it is published: problems, and hints about probable mistakes. Pure. */
import { getDomain } from 'tldts';
import type { DirectoryError } from '../directory-error.ts';
import type { Problem } from '../problem.ts';
import { CoopDocumentSchema } from '../document.ts';
import { findingsLimit, withAllIssues, withFrameIssues } from './issues.ts';
import { withoutBom } from '../../json.ts';
import { readJson } from '../json-document.ts';
import type { Place } from '../json-text.ts';
import { placeOf, readJsonText } from '../json-text.ts';
import { firstOf } from '../../lists/first.ts';
import { unknownKeys } from '../keys.ts';
import { nearest } from '../near.ts';
import type { CoopDocument } from '../parse.ts';
import { parseCoopDocument } from '../parse.ts';
import { isRecord } from '../../json.ts';
import { hostOf } from '../web.ts';
import type { Hint } from './hint.ts';
import { hint } from './hint.ts';
import { siteOf } from './hosts.ts';
import { meetingPlaceHints } from './meeting-places.ts';
import type { Placed, LintContext } from './services.ts';
import { serviceHints, twinHints } from './services.ts';
import { entryTwinHints, feedHints, otherHints, sitesOf, witnessHints } from './whole.ts';

export type Linted = Readonly<{
  /** Undefined if the document is rejected. */
  document?: CoopDocument;
  /** Why the document was rejected. */
  error?: DirectoryError;
  problems: readonly Problem[];
  hints: readonly Hint[];
  /** Services with their paths, for the live checks. */
  services: readonly Placed[];
  /** The place of a path in the text; for a missing key, the place of its object. */
  placeOf: (path: string) => Place;
}>;

/**
 * `source` is what a member would type, such as the co-op's domain; `language` the member's, as a tag of BCP 47 or
 * POSIX. Never throws.
 */
export function lintDocument(text: string, source: string, language = 'en'): Linted {
  const plain = withoutBom(text);
  const { offsets, twins } = readJsonText(plain);
  const parsed = parseCoopDocument(plain, language);
  const read = readJson(plain);
  const json = read.ok ? read.json : undefined;
  const common = { services: [], hints: [], placeOf: finder(plain, offsets) };
  if (!parsed.ok) {
    const { error } = parsed;
    const first = error.problem ? [error.problem] : [];
    const isFrame = error.code === 'not-a-coop-document';
    return { ...common, error, problems: isFrame ? withFrameIssues(first, json) : first };
  }
  const { document } = parsed;
  const services = placedServices(document, json);
  const ownSites = ownSitesOf(services, json, source);
  const hints = [
    ...hintsForServices(document, services, ownSites),
    ...feedHints(document, (id) => indexIn(json, 'feeds', id), ownSites),
    ...otherHints(document, services),
    ...meetingPlaceHints(document),
    ...entryTwinHints(json),
    ...keyHints(json, twins),
  ];
  const problems = withAllIssues(document.problems, json);
  return { ...common, document, services, problems, hints: hints.slice(0, findingsLimit) };
}

function hintsForServices(
  document: CoopDocument,
  services: readonly Placed[],
  ownSites: ReadonlySet<string>,
): readonly Hint[] {
  const context: LintContext = {
    byId: new Map(services.map((one) => [one.service.id, one])),
    ownSites,
    hasRdap: document.rdap !== undefined,
  };
  return [
    ...services.flatMap((one) => serviceHints(one, context)),
    ...twinHints(services),
    ...witnessHints(document, ownSites),
  ];
}

/** The readable services with their paths; of duplicate ids, the first. */
function placedServices(document: CoopDocument, json: unknown): readonly Placed[] {
  const places = new Map<unknown, number>();
  for (const [index, raw] of listIn(json, 'services').entries()) {
    const id = isRecord(raw) ? raw['id'] : undefined;
    if (!places.has(id)) places.set(id, index);
  }
  return document.services.flatMap(({ service, unreadable }) => {
    const index = places.get(service.id);
    return unreadable || index === undefined ? [] : [{ at: `$.services[${index}]`, service }];
  });
}

/** The sites of the co-op's page and document; if neither has one, the site shared by most services. */
function ownSitesOf(
  services: readonly Placed[],
  json: unknown,
  source: string,
): ReadonlySet<string> {
  const url = isRecord(json) ? json['url'] : undefined;
  const page = typeof url === 'string' ? hostOf(url) : undefined;
  const own = [page && siteOf(page), getDomain(source, { allowPrivateDomains: true })];
  const known = own.flatMap((one) => (one ? [one] : []));
  if (known.length > 0) return new Set(known);
  const counts = new Map<string, number>();
  for (const site of sitesOf(services.map(({ service }) => service))) {
    counts.set(site, (counts.get(site) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return new Set(most && most[1] > 1 ? [most[0]] : []);
}

function keyHints(json: unknown, twins: readonly string[]): readonly Hint[] {
  return [
    ...twins.map((path) => hint(path, 'key-twin')),
    ...firstOf(unknownKeyHints(json), findingsLimit),
  ];
}

/** Unknown keys that resemble no known key. Keys that look like comments are allowed. */
function* unknownKeyHints(json: unknown): Generator<Hint> {
  for (const { key, known, path } of unknownKeys(CoopDocumentSchema, json)) {
    const isComment = /^(?:\$|_|\/\/|x-)|comment/i.test(key);
    if (!isComment && !nearest(key, known)) yield hint(path, 'key-unknown');
  }
}

function listIn(json: unknown, key: string): readonly unknown[] {
  const list = isRecord(json) ? json[key] : undefined;
  return Array.isArray(list) ? list : [];
}

function indexIn(json: unknown, key: string, id: string): number {
  return listIn(json, key).findIndex((one) => isRecord(one) && one['id'] === id);
}

function finder(text: string, offsets: ReadonlyMap<string, number>): Linted['placeOf'] {
  return (path) => {
    let at = path;
    while (at !== '' && !offsets.has(at)) {
      at = at.slice(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['), 0));
    }
    return placeOf(text, offsets.get(at) ?? 0);
  };
}
