/** Why GitHub refuses a request: by status, headers and message, since one status has many meanings. */
import { DeliveryError, trouble } from '../../../../shared/feedback/trouble.ts';
import { NetError } from '../../../platform/net/error.ts';

export type Headers = Readonly<Record<string, string | number | undefined>>;
export type Refusal = Readonly<{
  status?: number;
  response?: Readonly<{ headers: Headers; data?: unknown }>;
}>;

/** The minimum wait that GitHub requires if it does not say how long. */
const minRetryMs = 60_000;
/** Secondary rate limits, by their current and earlier names. */
const secondaryLimit = /secondary[ -]rate|abuse detection|abuse-rate|submitted too quickly/i;
const primaryLimit = /rate limit/i;
const readOnly = /archived|read-only|issue is locked/i;

/** https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api */
export function refusalOf(error: unknown, nowUtcMs: number): DeliveryError {
  const { status, response } = error as Refusal;
  if (!response || status === undefined) {
    const timedOut = causeOf(error)?.reason.code === 'timeout';
    return new DeliveryError(trouble(timedOut ? 'timeout' : 'offline'), {}, error);
  }
  const { headers, data } = response;
  const words = messageOf(data);
  if (status === 401) return new DeliveryError(trouble('signed-out'), {}, error);
  if (isBusy(status, headers, words)) {
    const retryAfterMs = retryAfterMsOf(headers, words, nowUtcMs);
    const retryIn = retryAfterMs === undefined ? {} : { retryAfterMs };
    return new DeliveryError(trouble('busy'), retryIn, error);
  }
  if (status >= 500) return new DeliveryError(trouble('server-error'), {}, error);
  const sso = status === 403 || status === 404 ? ssoOf(headers['x-github-sso']) : undefined;
  if (sso) return new DeliveryError(trouble('single-sign-on', sso), false, error);
  if (status === 403 && readOnly.test(words)) {
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
  return (
    status < 500 && (secondaryLimit.test(words) || (status === 403 && primaryLimit.test(words)))
  );
}

/** How long to wait; undefined if GitHub does not say. The reset of the hourly limit counts only if it is used up. */
function retryAfterMsOf(headers: Headers, words: string, nowUtcMs: number): number | undefined {
  const after = String(headers['retry-after'] ?? '');
  const afterMs = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - nowUtcMs;
  const isSpent = headers['x-ratelimit-remaining'] === '0';
  const resetMs = isSpent ? Number(headers['x-ratelimit-reset']) * 1000 - nowUtcMs : NaN;
  const statedMs = [afterMs, resetMs].find((ms) => ms > 0);
  return statedMs ?? (secondaryLimit.test(words) ? minRetryMs : undefined);
}

const ssoUrl =
  /^https:\/\/github\.com\/(?:orgs|enterprises)\/([\w-]{1,100})\/sso(?:\?[\w=&%.~+-]*)?$/;

/** Parses `required; url=https://github.com/orgs/NAME/sso?…`; no other address is shown to a member. */
function ssoOf(header: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof header !== 'string' || !/^\s*required\b/i.test(header)) return undefined;
  const address = /;\s*url=([^\s;]+)/i.exec(header)?.[1] ?? '';
  const organisation = ssoUrl.exec(address)?.[1];
  if (organisation === undefined) return {};
  const [bare = ''] = address.split('?');
  return { organisation, url: address.length > 200 ? bare : address };
}

/** The messages in a JSON answer; empty for HTML. */
function messageOf(data: unknown): string {
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
