/** Turns schema issues into problems: a path in the document and how to fix it. */
import * as v from 'valibot';
import { nearest } from './near.ts';
import type { Remedy } from './remedy.ts';
import { problemCodes, remedy, remedyOf } from './remedy.ts';
import { quote } from '../text/quote.ts';

export const ProblemSchema = v.object({
  /** JSON path, such as `$.services[3].probe.url`. */
  path: v.string(),
  /** Text in the catalogue (`problem.CODE`), with `params`. */
  code: v.picklist(problemCodes),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
});
export type Problem = Readonly<v.InferOutput<typeof ProblemSchema>>;

/** Stops at the first issue: only one per entry is reported, and collecting thousands would take long. */
export function parseEntry<S extends v.GenericSchema>(
  schema: S,
  raw: unknown,
): v.SafeParseResult<S> {
  return v.safeParse(schema, raw, { abortEarly: true });
}

export function problemAt(base: string, issue: v.BaseIssue<unknown>): Problem {
  const deepest = insideUnion(issue);
  const place = pathAt(base, issue);
  const path = deepest === issue ? place : pathAt(place, deepest);
  return { path, ...remedyFor(deepest, /(?<!\w)\w+$/.exec(path)?.[0] ?? '') };
}

/** Path of an issue, such as `$.services[3].probe.url`. */
export function pathAt(base: string, { path }: v.BaseIssue<unknown>): string {
  return (path ?? []).reduce(
    (sum, { key }) => sum + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
    base,
  );
}

/** For a union, the issue of the option that matches best. */
function insideUnion(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  if (issue.type !== 'union' || !issue.issues) return issue;
  const ranked = issue.issues.toSorted((a, b) => rank(b) - rank(a));
  return ranked[0] ?? issue;
}

/** A failed rule is a closer match than a wrong type, and a wrong part closer than a wrong whole. */
function rank(issue: v.BaseIssue<unknown>): number {
  if (issue.kind !== 'schema') return 2;
  return issue.path && issue.received !== 'undefined' ? 1 : 0;
}

function remedyFor(issue: v.BaseIssue<unknown>, key: string): Remedy {
  const known = remedyOf(issue.message);
  if (known) return known;
  if (issue.kind === 'schema' && issue.received === 'undefined') return remedy('missing');
  return (
    wrongType(issue) ?? wrongSize(issue, key) ?? remedy('value', { expected: expectedBy(issue) })
  );
}

function expectedBy({ expected, message }: v.BaseIssue<unknown>): string {
  return quote(expected ?? message);
}

function wrongType({ type, input, expected }: v.BaseIssue<unknown>): Remedy | undefined {
  switch (type) {
    case 'string':
      return remedy('text');
    case 'number':
      return typeof input === 'string' && /^-?\d{1,15}(\.\d{1,6})?$/.test(input)
        ? remedy('number-quoted', { got: input })
        : remedy('number');
    case 'boolean':
      return remedy('boolean');
    case 'array':
      return remedy('list');
    case 'object':
      return remedy('object');
    case 'integer':
      return remedy('number-whole');
    case 'picklist':
    case 'literal':
    case 'variant':
      return expected === 'Object' ? remedy('object') : choiceRemedy(input, choicesIn(expected));
    default:
      return undefined;
  }
}

/** An unknown type: misspelt, or from a newer version. */
export function unknownType(type: string, known: readonly string[]): Remedy {
  const near = nearest(type, known);
  const got = quote(type.slice(0, 40));
  return near === undefined
    ? remedy('newer-type', { got, choices: known.join(', ') })
    : remedy('choice-near', { near });
}

/** Parses valibot's list of choices: `("a" | "b")`. */
function choicesIn(expected: string | null): readonly string[] {
  return (expected ?? '').replaceAll(/[()"]/g, '').split(' | ');
}

/** Suggests the nearest allowed value, otherwise lists all of them. */
function choiceRemedy(input: unknown, choices: readonly string[]): Remedy {
  const near = typeof input === 'string' ? nearest(input, choices) : undefined;
  return near === undefined
    ? remedy('choice', { choices: choices.join(', ').slice(0, 200) })
    : remedy('choice-near', { near });
}

function wrongSize(issue: v.BaseIssue<unknown>, key: string): Remedy | undefined {
  const { type, input, requirement } = issue as v.BaseIssue<unknown> & { requirement?: unknown };
  if (typeof requirement !== 'number') return undefined;
  switch (type) {
    case 'min_value':
      return tooSmall(Number(input), requirement, key);
    case 'max_value':
      return tooLarge(Number(input), requirement, key);
    case 'min_length':
      return remedy('empty');
    case 'max_length':
      return remedy(Array.isArray(input) ? 'too-many' : 'too-long', { limit: requirement });
    default:
      return undefined;
  }
}

/** Field names end with their unit: a value too small for ms was probably meant as seconds, and vice versa. */
function tooSmall(got: number, limit: number, key: string): Remedy {
  return key.endsWith('Ms') && got * 1000 >= limit
    ? remedy('milliseconds', { got, suggestion: got * 1000 })
    : remedy('at-least', { limit });
}

function tooLarge(got: number, limit: number, key: string): Remedy {
  return key.endsWith('S') && got % 1000 === 0 && got / 1000 <= limit
    ? remedy('seconds', { got, suggestion: got / 1000 })
    : remedy('at-most', { limit });
}
