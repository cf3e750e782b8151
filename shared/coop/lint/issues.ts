/** Collects all schema issues; the app itself stops at the first problem of each entry. Pure. */
import * as v from 'valibot';
import { EchoInstanceSchema } from '../echo-instance.ts';
import type { Problem } from '../problem.ts';
import { CoopDocumentSchema, CoopFrameSchema } from '../document.ts';
import { WitnessSchema } from '../witnesses.ts';
import { ServiceSchema } from '../service.ts';
import { FeedSchema } from '../feed.ts';
import { MaintenanceSchema } from '../maintenance.ts';
import { problemAt } from '../problem.ts';
import { isRecord } from '../../json.ts';

/** Limit for problems and for hints. */
export const findingsLimit = 200;
/** Maximum entries to check in a list inside an entry, to bound the time for huge invalid lists. */
const listLimit = 50;
const depthLimit = 20;

type Schema = v.GenericSchema;

const lists: Readonly<Record<string, Schema>> = {
  services: ServiceSchema,
  feeds: FeedSchema,
  maintenance: MaintenanceSchema,
  echo: EchoInstanceSchema,
  witnesses: WitnessSchema,
};

/** Adds the other issues of a document with a valid frame, one per path. */
export function withAllIssues(problems: readonly Problem[], json: unknown): readonly Problem[] {
  const all = new Map(problems.map((one) => [one.path, one]));
  for (const [path, schema, value] of piecesOf(json)) {
    if (all.size >= findingsLimit) break;
    addIssues(all, path, schema, value);
  }
  return [...all.values()].slice(0, findingsLimit);
}

/** The same for a rejected document, whose entries are not checked. */
export function withFrameIssues(problems: readonly Problem[], json: unknown): readonly Problem[] {
  const all = new Map(problems.map((one) => [one.path, one]));
  addIssues(all, '$', CoopFrameSchema, json);
  return [...all.values()].slice(0, findingsLimit);
}

function addIssues(all: Map<string, Problem>, path: string, schema: Schema, value: unknown): void {
  for (const issue of v.safeParse(schema, value).issues ?? []) {
    const problem = problemAt(path, issue);
    // The first issue at a place is the most helpful.
    if (!all.has(problem.path)) all.set(problem.path, problem);
  }
}

function* piecesOf(json: unknown): Generator<[path: string, schema: Schema, value: unknown]> {
  if (!isRecord(json)) return;
  for (const [key, schema] of Object.entries(CoopDocumentSchema.entries)) {
    const value = json[key];
    const entry = lists[key];
    if (entry && Array.isArray(value)) {
      for (const [index, one] of value.entries()) yield [`$.${key}[${index}]`, entry, cut(one)];
    } else if (!entry && value !== undefined) yield [`$.${key}`, schema, cut(value)];
  }
}

function cut(value: unknown, depth = 0): unknown {
  if (depth > depthLimit) return undefined;
  if (Array.isArray(value)) return value.slice(0, listLimit).map((one) => cut(one, depth + 1));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cut(one, depth + 1)]));
}
