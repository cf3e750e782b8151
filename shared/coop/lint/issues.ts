/** The app says the first problem of each entry; whoever mends the document wants them all. Pure. */
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

/** More of each kind help nobody. */
export const findingsLimit = 200;
/** So many of a list inside an entry are looked at: a flood of wrong ones would take long, and tell the same. */
const listLimit = 50;
const depthLimit = 20;

type Schema = v.GenericSchema;

/** Lists whose entries are parsed one by one. */
const lists: Readonly<Record<string, Schema>> = {
  services: ServiceSchema,
  feeds: FeedSchema,
  maintenance: MaintenanceSchema,
  echo: EchoInstanceSchema,
  witnesses: WitnessSchema,
};

/** `problems`, and what else is wrong at other places of a document whose frame is sound. */
export function withAllIssues(problems: readonly Problem[], json: unknown): readonly Problem[] {
  const all = new Map(problems.map((one) => [one.path, one]));
  for (const [path, schema, value] of piecesOf(json)) {
    if (all.size >= findingsLimit) break;
    addIssues(all, path, schema, value);
  }
  return [...all.values()].slice(0, findingsLimit);
}

/** The same for a document that is refused: its entries are not looked at. */
export function withFrameIssues(problems: readonly Problem[], json: unknown): readonly Problem[] {
  const all = new Map(problems.map((one) => [one.path, one]));
  addIssues(all, '$', CoopFrameSchema, json);
  return [...all.values()].slice(0, findingsLimit);
}

function addIssues(all: Map<string, Problem>, path: string, schema: Schema, value: unknown): void {
  for (const issue of v.safeParse(schema, value).issues ?? []) {
    const problem = problemAt(path, issue);
    // Of several at one place the first says most.
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
