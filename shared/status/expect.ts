/** Judges an answer by the document's expectations: the first that fails decides. Pure; no text is ever run as code. */
import { selectValues } from '../coop/json-path.ts';
import type { Expectation } from '../coop/probe.ts';
import type { Observation, Reason } from './observation.ts';
import { reason } from './observation.ts';
import { quote } from './quote.ts';
import type { AnswerText } from './seen-text.ts';
import { isIn, isLacking, isPresent } from './seen-text.ts';

export type AnswerFacts = AnswerText &
  Readonly<{
    status: number;
    /** Names in lower case. */
    headers: Readonly<Record<string, string | string[] | undefined>>;
    /** The connection ended before the body did: what is not there might have come. */
    isCutShort?: boolean;
    firstByteMs: number;
    followedRedirects: boolean;
  }>;

export type Judgement = Pick<Observation, 'verdict' | 'reason'>;

/** Whether an expectation looks into the body, so that it has to be read. */
export function needsBody(expectations: readonly Expectation[]): boolean {
  return expectations.some((one) => one.on === 'body' || one.on === 'json');
}

export function judgeAnswer(facts: AnswerFacts, expectations: readonly Expectation[]): Judgement {
  if (!expectations.some((one) => one.on === 'status')) {
    const judged = judgePlainStatus(facts);
    if (judged) return judged;
  }
  for (const expectation of expectations) {
    const failure = failureOf(facts, expectation);
    if (failure)
      return { verdict: expectation.otherwise, reason: inItsWords(expectation, failure) };
  }
  return { verdict: 'up' };
}

/** Without an expectation of its own, a service is well when it answers with success. */
function judgePlainStatus({ status, followedRedirects }: AnswerFacts): Judgement | undefined {
  if (status === 401 || status === 403)
    return { verdict: 'no-access', reason: reason('no-access') };
  if (status >= 200 && status < (followedRedirects ? 300 : 400)) return undefined;
  return { verdict: 'down', reason: reason('status', { got: status }) };
}

/** A service that says of itself that it is in maintenance is quoted, not accused. */
function inItsWords(expectation: Expectation, failure: Reason): Reason {
  if (expectation.on !== 'json') return failure;
  if (expectation.otherwise === 'maintenance') return reason('says-maintenance');
  if (expectation.otherwise === 'degraded') return reason('says-degraded');
  return failure;
}

function failureOf(facts: AnswerFacts, expectation: Expectation): Reason | undefined {
  switch (expectation.on) {
    case 'status':
      return expectation.in.includes(facts.status)
        ? undefined
        : reason('status', { got: facts.status });
    case 'body':
      return bodyFailure(facts, expectation);
    case 'json':
      return jsonFailure(facts, expectation);
    case 'header':
      return headerFailure(facts.headers, expectation);
    case 'latency':
      return facts.firstByteMs <= expectation.maxMs
        ? undefined
        : reason('slow', { ms: Math.round(facts.firstByteMs), limitMs: expectation.maxMs });
  }
}

type On<K extends Expectation['on']> = Extract<Expectation, { on: K }>;

function bodyFailure(facts: AnswerFacts, { contains, lacks }: On<'body'>): Reason | undefined {
  if (contains !== undefined && !isPresent(facts, contains)) {
    return facts.isCutShort
      ? reason('reset')
      : reason('keyword-missing', { keyword: quote(contains) });
  }
  if (lacks === undefined) return undefined;
  if (!isLacking(facts, lacks)) return reason('keyword-present', { keyword: quote(lacks) });
  return facts.isCutShort ? reason('reset') : undefined;
}

function headerFailure(
  headers: AnswerFacts['headers'],
  { name, contains }: On<'header'>,
): Reason | undefined {
  const value = headers[name.toLowerCase()];
  if (value === undefined) return reason('header-missing', { name });
  const text = Array.isArray(value) ? value.join(', ') : value;
  if (contains === undefined || isIn(text, contains)) return undefined;
  return reason('header-mismatch', { name, got: quote(text) });
}

function jsonFailure(
  { body, isCutShort }: AnswerFacts,
  expectation: On<'json'>,
): Reason | undefined {
  const parsed = parse(body);
  if (!parsed.ok) return reason(isCutShort ? 'reset' : 'json-invalid');
  const { path } = expectation;
  const values = selectValues(path, parsed.json);
  if (!values) return reason('json-missing', { path });
  // What is not there is certainly not the unwanted value.
  if (values.length === 0)
    return expectation.is === 'ne' ? undefined : reason('json-missing', { path });
  if (values.some((value) => holds(expectation, value))) return undefined;
  return reason('json-mismatch', { path, got: quote(JSON.stringify(values[0]) ?? '') });
}

function parse(body: string): { ok: true; json: unknown } | { ok: false } {
  try {
    return { ok: true, json: JSON.parse(body) as unknown };
  } catch {
    return { ok: false };
  }
}

function holds({ is, value }: On<'json'>, got: unknown): boolean {
  switch (is) {
    case 'exists':
      return true;
    case 'eq':
      return got === value;
    case 'ne':
      return got !== value;
    case 'contains':
      return (typeof got === 'string' || Array.isArray(got)) && got.includes(value as never);
    case 'lt':
      return typeof got === 'number' && typeof value === 'number' && got < value;
    case 'lte':
      return typeof got === 'number' && typeof value === 'number' && got <= value;
    case 'gt':
      return typeof got === 'number' && typeof value === 'number' && got > value;
    case 'gte':
      return typeof got === 'number' && typeof value === 'number' && got >= value;
  }
}
