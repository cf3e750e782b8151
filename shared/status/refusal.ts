/** Answers about us, not about the service: we send too many requests, or a bot guard takes us for a robot. Pure. */
import type { Reason } from '../observation/observation.ts';
import { reason } from '../observation/observation.ts';

/** The part of an answer that shows whether it is a refusal. */
export type AnswerHead = Readonly<{
  status: number;
  /** Lower-case names. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}>;

export type Refusal = Readonly<{
  reason: Reason;
  /** How long the server asks us to wait, in ms, at most an hour; absent if it does not say. */
  waitMs?: number;
}>;

/** Longest wait, in ms: after that a member wants a current state. */
const longestWaitMs = 3_600_000;

/** Undefined if the answer is the service's own; `nowUtcMs` is for an answer without a `Date`. */
export function refusalOf(answer: AnswerHead, nowUtcMs: number): Refusal | undefined {
  const { status } = answer;
  const waitMs = waitOf(answer, nowUtcMs);
  const wait = waitMs === undefined ? {} : { waitMs };
  if (isGuarded(answer)) return { reason: reason('bot-guard'), ...wait };
  // A 403 or 503 that sets a wait is rate limiting.
  const busy = status === 429 || ((status === 403 || status === 503) && waitMs !== undefined);
  return busy ? { reason: reason('refuses-us'), ...wait } : undefined;
}

export function isRefusal(why: Reason | undefined): boolean {
  return why?.code === 'refuses-us' || why?.code === 'bot-guard';
}

/** `Retry-After` in ms: seconds, or a date, which is relative to the server's own clock. */
function waitOf({ headers }: AnswerHead, nowUtcMs: number): number | undefined {
  const value = textOf(headers['retry-after']).trim();
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, longestWaitMs);
  const untilUtcMs = instantOf(value);
  if (untilUtcMs === undefined) return undefined;
  const thenUtcMs = instantOf(textOf(headers['date'])) ?? nowUtcMs;
  return Math.min(Math.max(untilUtcMs - thenUtcMs, 0), longestWaitMs);
}

/** An HTTP date in any of its three forms (RFC 9110, 5.6.7). All are in GMT, even the one that does not say so. */
function instantOf(text: string): number | undefined {
  if (!/^[A-Z][a-z]+,? .*\d\d:\d\d:\d\d/.test(text)) return undefined;
  const utcMs = Date.parse(/GMT|UTC|[+-]\d{4}$/.test(text) ? text : `${text} GMT`);
  return Number.isNaN(utcMs) ? undefined : utcMs;
}

type Guard = Readonly<{
  /** A header or cookie that identifies it. */
  head?: (headers: AnswerHead['headers']) => boolean;
  /** Text that only its own page has, and the statuses that come with it. */
  page?: RegExp;
  statuses?: readonly number[];
}>;

/** Statuses of a guard's page, unless it pretends success. */
const refused = [401, 403, 429, 503];

/** Whether the body of an answer may identify a guard. */
export function mayRefuse(status: number): boolean {
  return refused.includes(status);
}

const header = (name: string, value: RegExp) => (headers: AnswerHead['headers']) =>
  value.test(textOf(headers[name]));

/** Whether a cookie is set whose name contains all of these words. */
function setsCookie(words: readonly string[]) {
  return (headers: AnswerHead['headers']) =>
    [headers['set-cookie'] ?? []].flat().some((cookie) => {
      const name = cookie.slice(0, Math.max(0, cookie.indexOf('=')));
      return words.every((word) => name.includes(word));
    });
}

/**
 * How common guards mark the pages that they put before a service. Their names, and scripts that they also add to the
 * service's own pages, prove nothing.
 */
const guards: readonly Guard[] = [
  // Cloudflare; the last one is the page of its block rules.
  { head: header('cf-mitigated', /^challenge$/i) },
  { page: /\b_cf_chl_opt\b|\bcf-browser-verification\b/, statuses: refused },
  { page: /\bid="cf-error-details"/, statuses: [403] },
  // AWS WAF: 202, or 405 for a CAPTCHA.
  { head: header('x-amzn-waf-action', /^(?:challenge|captcha)$/i) },
  { head: header('x-vercel-mitigated', /^challenge$/i) },
  { head: header('x-sucuri-block', /./) },
  { page: /\bsucuri_cloudproxy_js\b/ },
  // Anubis answers 200 by default.
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
