/**
 * Checks an answer against the document's expectations: the first failure decides. Pure; no text is ever run as code.
 */
import { isDeeperThan } from '../json.ts';
import { selectorOf } from '../coop/json-path.ts';
import type { Expectation, On } from '../coop/probe.ts';
import { hostOf } from '../coop/web.ts';
import { redirectCodes } from '../net/redirects.ts';
import { webParts } from '../net/web-parts.ts';
import type { Observation, Reason } from '../observation/observation.ts';
import { reason } from '../observation/observation.ts';
import { quote } from '../text/quote.ts';
import { refusalOf } from './refusal.ts';
import type { AnswerText } from './seen-text.ts';
import { isIn, isLacking, isPresent } from './seen-text.ts';

export type AnswerFacts = AnswerText &
  Readonly<{
    /** The URL that answered. */
    url: string;
    status: number;
    /** Lower-case names. */
    headers: Readonly<Record<string, string | string[] | undefined>>;
    /** The connection ended before the body did, so that missing text may just not have arrived. */
    isCutShort?: boolean;
    firstByteMs: number;
    followedRedirects: boolean;
  }>;

export type Judgement = Pick<Observation, 'verdict' | 'reason' | 'waitMs'>;

/** Whether the body has to be read for any of the expectations. */
export function needsBody(expectations: readonly Expectation[]): boolean {
  return expectations.some((one) => one.on === 'body' || one.on === 'json');
}

/** `nowUtcMs` is for a `Retry-After` date in an answer without a `Date`. */
export function judgeAnswer(
  facts: AnswerFacts,
  expectations: readonly Expectation[],
  nowUtcMs: number,
): Judgement {
  const judged = judgeByExpectations(facts, expectations);
  if (isExpected(facts, expectations, judged)) return judged;
  const refusal = refusalOf(facts, nowUtcMs);
  return refusal ? { verdict: 'unknown', ...refusal } : judged;
}

/** Whether the document covers exactly this answer: an error by its status, any other by its content. */
function isExpected(
  { status }: AnswerFacts,
  expectations: readonly Expectation[],
  { verdict }: Judgement,
): boolean {
  if (status >= 400)
    return expectations.some((one) => one.on === 'status' && one.in.includes(status));
  return verdict === 'up' && needsBody(expectations);
}

function judgeByExpectations(facts: AnswerFacts, expectations: readonly Expectation[]): Judgement {
  if (!expectations.some((one) => one.on === 'status')) {
    const judged = judgePlainStatus(facts);
    if (judged) return judged;
  }
  const read = once(() => readBody(facts));
  for (const expectation of expectations) {
    const failure = failureOf(facts, expectation, read);
    // Data too large to evaluate is evidence neither for nor against the service.
    if (failure?.code === 'json-too-much') return { verdict: 'unknown', reason: failure };
    if (failure)
      return { verdict: expectation.otherwise, reason: asStatement(expectation, failure) };
  }
  return { verdict: 'up' };
}

/** Without a status expectation, a service is up if it answers with success. */
function judgePlainStatus({ status, followedRedirects }: AnswerFacts): Judgement | undefined {
  if (status === 401 || status === 403)
    return { verdict: 'no-access', reason: reason('no-access') };
  if (status >= 200 && status < (followedRedirects ? 300 : 400)) return undefined;
  return { verdict: 'down', reason: reason('status', { got: status }) };
}

/**
 * Reports a mismatch as the service's own statement if the document defines it as maintenance or degradation; a missing
 * value is no statement.
 */
function asStatement(expectation: Expectation, failure: Reason): Reason {
  if (failure.code !== 'json-mismatch') return failure;
  if (expectation.otherwise === 'maintenance') return reason('says-maintenance');
  if (expectation.otherwise === 'degraded') return reason('says-degraded');
  return failure;
}

function failureOf(
  facts: AnswerFacts,
  expectation: Expectation,
  read: () => ReadBody,
): Reason | undefined {
  switch (expectation.on) {
    case 'status':
      return expectation.in.includes(facts.status)
        ? undefined
        : reason('status', { got: facts.status });
    case 'body':
      return bodyFailure(facts, expectation);
    case 'json':
      return jsonFailure(read(), expectation);
    case 'header':
      return headerFailure(facts.headers, expectation);
    case 'redirect':
      return redirectFailure(facts);
    case 'latency':
      return facts.firstByteMs <= expectation.maxMs
        ? undefined
        : reason('slow', { ms: Math.round(facts.firstByteMs), limitMs: expectation.maxMs });
  }
}

function bodyFailure(facts: AnswerFacts, expectation: On<'body'>): Reason | undefined {
  const { equals, contains, lacks } = expectation;
  const { body, isCutShort } = facts;
  if (equals !== undefined && normalised(body) !== normalised(equals)) {
    return isCutShort ? reason('reset') : mismatch(body, equals);
  }
  if (contains !== undefined && !isPresent(facts, contains)) {
    return isCutShort ? reason('reset') : reason('keyword-missing', { keyword: quote(contains) });
  }
  if (lacks === undefined) return undefined;
  if (!isLacking(facts, lacks)) return reason('keyword-present', { keyword: quote(lacks) });
  return isCutShort ? reason('reset') : undefined;
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

/** Quotes a short answer; a page would be quoted as markup. */
function mismatch(body: string, equals: string): Reason {
  const got = body.trim();
  const isFewWords = got !== '' && got.length <= 80 && !got.startsWith('<');
  return isFewWords
    ? reason('body-mismatch', { got: quote(got), expected: quote(equals) })
    : reason('keyword-missing', { keyword: quote(equals) });
}

/** Ignores surrounding spaces and case. */
function normalised(text: string): string {
  return text.trim().toLowerCase();
}

function redirectFailure({ status, headers, url }: AnswerFacts): Reason | undefined {
  if (!redirectCodes.has(status)) return reason('status', { got: status });
  const { location } = headers;
  if (typeof location !== 'string') return reason('header-missing', { name: 'location' });
  const host = hostAndPort(location);
  // A redirect to the same host may be an upgrade to https, the front page, or an error page.
  if (host !== undefined && host !== hostAndPort(url)) return undefined;
  return reason('header-mismatch', { name: 'location', got: quote(location) });
}

/** The host without `www`, with any port but the default ones; undefined for a relative URL. */
function hostAndPort(address: string): string | undefined {
  const whole = address
    .trim()
    .replace(
      /^(https?:)?[/\\]{2}/i,
      (_start, scheme: string | undefined) => `${scheme ?? 'https:'}//`,
    );
  const host = hostOf(whole)?.replace(/^www\./, '');
  const port = webParts(whole)?.port;
  if (!host || port === undefined) return undefined;
  return port === 80 || port === 443 ? host : `${host}:${port}`;
}

/** Deepest nesting evaluated: no service reports its state in deeper data. */
const depthLimit = 500;

/** An answer's JSON, parsed once for all expectations. */
type ReadBody =
  | Readonly<{ ok: true; select: ReturnType<typeof selectorOf> }>
  | Readonly<{ ok: false; why: 'json-too-much' | 'json-invalid' | 'reset' }>;

function readBody({ body, isCutShort }: AnswerFacts): ReadBody {
  if (isDeeperThan(depthLimit, body)) return { ok: false, why: 'json-too-much' };
  try {
    return { ok: true, select: selectorOf(JSON.parse(body)) };
  } catch {
    return { ok: false, why: isCutShort ? 'reset' : 'json-invalid' };
  }
}

function once<T>(make: () => T): () => T {
  let made: Readonly<{ value: T }> | undefined;
  return () => (made ??= { value: make() }).value;
}

function jsonFailure(read: ReadBody, expectation: On<'json'>): Reason | undefined {
  const { path, is, of } = expectation;
  if (!read.ok) return reason(read.why, read.why === 'json-too-much' ? { path } : {});
  const found = read.select(path);
  if (!found.ok) {
    return reason(found.why === 'too-much' ? 'json-too-much' : 'json-missing', { path });
  }
  const { values } = found;
  // Every test holds for an empty selection, but that proves nothing: only `absent` may match no value.
  if (values.length === 0) return is === 'absent' ? undefined : reason('json-missing', { path });
  const wrong = values.findIndex((value) => !holds(expectation, value));
  if (wrong === -1) return undefined;
  if (of === 'some' && values.some((value) => holds(expectation, value))) return undefined;
  return reason('json-mismatch', { path, got: quote(JSON.stringify(values[wrong]) ?? '') });
}

function holds({ is, value }: On<'json'>, got: unknown): boolean {
  switch (is) {
    case 'exists':
      return true;
    case 'absent':
      return false;
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
