/** Answers that speak of us and not of the service: we ask too often, or a guard takes us for a robot. Pure. */
import type { Reason } from '../observation/observation.ts';
import { reason } from '../observation/observation.ts';

/** As much of an answer as tells whether it is one. */
export type AnswerHead = Readonly<{
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}>;

export type Refusal = Readonly<{
  reason: Reason;
  /** How long it asks not to be asked again, in ms, an hour at the most; absent when it does not say. */
  waitMs?: number;
}>;

/** Longer is nobody kept waiting: by then a member wants to know how things are. In ms. */
export const longestWaitMs = 3_600_000;

/** Undefined when the answer is the service's own; `nowUtcMs` is where its date cannot be read. */
export function refusalOf(answer: AnswerHead, nowUtcMs: number): Refusal | undefined {
  const { status } = answer;
  const waitMs = waitOf(answer, nowUtcMs);
  const wait = waitMs === undefined ? {} : { waitMs };
  if (isGuarded(answer)) return { reason: reason('bot-guard'), ...wait };
  // What is forbidden for a time only, or closed for a time, is so for whoever asks too often.
  const busy = status === 429 || ((status === 403 || status === 503) && waitMs !== undefined);
  return busy ? { reason: reason('refuses-us'), ...wait } : undefined;
}

export function isRefusal(why: Reason | undefined): boolean {
  return why?.code === 'refuses-us' || why?.code === 'bot-guard';
}

/** What `Retry-After` says: seconds, or a moment, which is measured by the server's own clock. */
function waitOf({ headers }: AnswerHead, nowUtcMs: number): number | undefined {
  const said = textOf(headers['retry-after']).trim();
  if (/^\d+$/.test(said)) return Math.min(Number(said) * 1000, longestWaitMs);
  const untilUtcMs = instantOf(said);
  if (untilUtcMs === undefined) return undefined;
  const thenUtcMs = instantOf(textOf(headers['date'])) ?? nowUtcMs;
  return Math.min(Math.max(untilUtcMs - thenUtcMs, 0), longestWaitMs);
}

/** An HTTP date in any of its three forms (RFC 9110, 5.6.7). Each of them is in GMT, also that which does not say so. */
function instantOf(text: string): number | undefined {
  if (!/^[A-Z][a-z]+,? .*\d\d:\d\d:\d\d/.test(text)) return undefined;
  const utcMs = Date.parse(/GMT|UTC|[+-]\d{4}$/.test(text) ? text : `${text} GMT`);
  return Number.isNaN(utcMs) ? undefined : utcMs;
}

type Guard = Readonly<{
  /** Its own header or cookie, of which a value alone tells enough. */
  head?: (headers: AnswerHead['headers']) => boolean;
  /** What only its own page holds, and of which statuses. */
  page?: RegExp;
  statuses?: readonly number[];
}>;

/** The statuses behind which a guard's page stands, if it does not pretend that all is well. */
const refused = [401, 403, 429, 503];

/** Whether the text of an answer tells who has refused. */
export function mayRefuse(status: number): boolean {
  return refused.includes(status);
}

const header = (name: string, value: RegExp) => (headers: AnswerHead['headers']) =>
  value.test(textOf(headers[name]));

/** Whether a cookie is set whose name holds all of these. */
function setsCookie(words: readonly string[]) {
  return (headers: AnswerHead['headers']) =>
    [headers['set-cookie'] ?? []].flat().some((cookie) => {
      const name = cookie.slice(0, Math.max(0, cookie.indexOf('=')));
      return words.every((word) => name.includes(word));
    });
}

/**
 * How the usual guards mark the pages that they put before a service. Their names alone, and scripts that they also
 * add to the service's own pages, tell nothing.
 */
const guards: readonly Guard[] = [
  // Cloudflare; the page is for what its block rules answer.
  { head: header('cf-mitigated', /^challenge$/i) },
  { page: /\b_cf_chl_opt\b|\bcf-browser-verification\b/, statuses: refused },
  { page: /\bid="cf-error-details"/, statuses: [403] },
  // AWS WAF: 202, or 405 for a riddle.
  { head: header('x-amzn-waf-action', /^(?:challenge|captcha)$/i) },
  { head: header('x-vercel-mitigated', /^challenge$/i) },
  { head: header('x-sucuri-block', /./) },
  { page: /\bsucuri_cloudproxy_js\b/ },
  // Anubis answers 200 unless it is told otherwise.
  { head: setsCookie(['anubis', 'cookie-verification']) },
  { page: /<script id="anubis_challenge"|\/\.within\.website\/x\/cmd\/anubis\/static\// },
  { page: /\/\.well-known\/ddos-guard\/(?:js-challenge|ddg-captcha-page)\//, statuses: refused },
  { page: /\bIncapsula incident ID\b/ },
  { page: /\bcaptcha-delivery\.com\//, statuses: refused },
  { page: /<title>CrowdSec\b/, statuses: refused },
];

function isGuarded({ status, headers, body }: AnswerHead): boolean {
  const isPage = /^\s*text\/html\b/i.test(textOf(headers['content-type']));
  return guards.some(
    ({ head, page, statuses }) =>
      (head?.(headers) ?? false) ||
      (isPage && page !== undefined && (statuses?.includes(status) ?? true) && page.test(body)),
  );
}

function textOf(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}
