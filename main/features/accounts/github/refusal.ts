/** What GitHub refuses, by its own words: one status stands for many things. */
import { DeliveryError, trouble } from '../../../../shared/feedback/trouble.ts';
import { NetError } from '../../../platform/net/error.ts';

export type Headers = Readonly<Record<string, string | number | undefined>>;
export type Refusal = Readonly<{
  status?: number;
  response?: Readonly<{ headers: Headers; data?: unknown }>;
}>;

/** The least that GitHub asks for where it does not say how long; in ms. */
const slowMs = 60_000;
/** Of limits on how fast, beside that by the hour; and what they were called before. */
const tooFast = /secondary[ -]rate|abuse detection|abuse-rate|submitted too quickly/i;
const tooMany = /rate limit/i;
const isOver = /archived|read-only|issue is locked/i;

/** https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api */
export function refusalOf(error: unknown, nowUtcMs: number): DeliveryError {
  const { status, response } = error as Refusal;
  if (!response || status === undefined) {
    const timedOut = causeOf(error)?.reason.code === 'timeout';
    return new DeliveryError(trouble(timedOut ? 'timeout' : 'offline'), {}, error);
  }
  const { headers, data } = response;
  const words = wordsOf(data);
  if (status === 401) return new DeliveryError(trouble('signed-out'), {}, error);
  if (isBusy(status, headers, words)) {
    const retryAfterMs = patienceMs(headers, words, nowUtcMs);
    const patience = retryAfterMs === undefined ? {} : { retryAfterMs };
    return new DeliveryError(trouble('busy'), patience, error);
  }
  if (status >= 500) return new DeliveryError(trouble('server-error'), {}, error);
  const sso = status === 403 || status === 404 ? ssoOf(headers['x-github-sso']) : undefined;
  if (sso) return new DeliveryError(trouble('single-sign-on', sso), false, error);
  if (status === 403 && isOver.test(words)) {
    return new DeliveryError(trouble('read-only'), false, error);
  }
  if (status === 403) {
    const missing = headers['x-accepted-github-permissions'];
    const named = missing === undefined ? {} : { permission: String(missing).slice(0, 200) };
    return new DeliveryError(trouble('no-permission', named), false, error);
  }
  if (status === 404 || status === 410)
    return new DeliveryError(trouble('not-found'), false, error);
  if (status === 413) return new DeliveryError(trouble('too-large'), false, error);
  return new DeliveryError(trouble('refused', { status }), false, error);
}

function isBusy(status: number, headers: Headers, words: string): boolean {
  if (status === 429 || headers['retry-after'] !== undefined) return true;
  if (status === 403 && headers['x-ratelimit-remaining'] === '0') return true;
  return status < 500 && (tooFast.test(words) || (status === 403 && tooMany.test(words)));
}

/** The end of the hour matters only where nothing is left of it. In ms; undefined where nothing is said. */
function patienceMs(headers: Headers, words: string, nowUtcMs: number): number | undefined {
  const after = String(headers['retry-after'] ?? '');
  const afterMs = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - nowUtcMs;
  const isSpent = headers['x-ratelimit-remaining'] === '0';
  const resetMs = isSpent ? Number(headers['x-ratelimit-reset']) * 1000 - nowUtcMs : NaN;
  const told = [afterMs, resetMs].find((ms) => ms > 0);
  return told ?? (tooFast.test(words) ? slowMs : undefined);
}

const nameable =
  /^https:\/\/github\.com\/(?:orgs|enterprises)\/([\w-]{1,100})\/sso(?:\?[\w=&%.~+-]*)?$/;

/** `required; url=https://github.com/orgs/NAME/sso?…`: an address elsewhere is none that a member is to be sent to. */
function ssoOf(header: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof header !== 'string' || !/^\s*required\b/i.test(header)) return undefined;
  const address = /;\s*url=([^\s;]+)/i.exec(header)?.[1] ?? '';
  const organisation = nameable.exec(address)?.[1];
  if (organisation === undefined) return {};
  const [bare = ''] = address.split('?');
  return { organisation, url: address.length > 200 ? bare : address };
}

/** Of an answer in JSON; a page is nobody's words. */
function wordsOf(data: unknown): string {
  const { message, documentation_url: page, errors } = recordOf(data);
  const all = Array.isArray(errors)
    ? errors.slice(0, 20).map((one) => recordOf(one)['message'])
    : [];
  return [message, page, ...all]
    .filter((one) => typeof one === 'string')
    .join('\n')
    .slice(0, 4000);
}

function recordOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}

function causeOf(error: unknown): NetError | undefined {
  if (error instanceof NetError) return error;
  return error instanceof Error && error.cause ? causeOf(error.cause) : undefined;
}
