/**
 * Signs in by a code that the member types on GitHub's page. The library makes the requests; polling is done here, so
 * that it can be cancelled, survives a lost connection and a sleep, and respects the interval that the server requests.
 */
import { createDeviceCode, exchangeDeviceCode } from '@octokit/oauth-methods';
import type { request as octokit } from '@octokit/request';
import * as v from 'valibot';
import { asError } from '../../../platform/as-error.ts';
import type { Clock } from '../../../platform/clock.ts';

export type Tokens = Readonly<{
  token: string;
  /** Only for apps whose tokens expire. */
  refreshToken?: string;
  expiresAtUtcMs?: number;
}>;

export type DeviceCode = Readonly<{ userCode: string; page: string; expiresAtUtcMs: number }>;

export type SignIn =
  | Readonly<{ ok: true; tokens: Tokens }>
  | Readonly<{ ok: false; why: 'expired' | 'denied' | 'disabled' | 'refused' | 'wrong-page' }>;

const CodeSchema = v.object({
  device_code: v.pipe(v.string(), v.maxLength(200)),
  user_code: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)),
  verification_uri: v.pipe(v.string(), v.url(), v.maxLength(300)),
  expires_in: v.pipe(v.number(), v.minValue(1), v.maxValue(86_400)),
  interval: v.pipe(v.number(), v.minValue(1), v.maxValue(600)),
});

export type FlowDeps = Readonly<{
  clientId: string;
  /** The GitHub to sign in at; the page for the code must be on it. */
  url: string;
  request: typeof octokit;
  clock: Clock;
}>;

/** `show` gets the code to type. Rejects if GitHub issues none, or with the signal's reason. */
export async function signIn(
  { clientId, url, request, clock }: FlowDeps,
  show: (code: DeviceCode) => void,
  signal: AbortSignal,
): Promise<SignIn> {
  const bound = request.defaults({ request: { signal } });
  const answer = await createDeviceCode({
    clientType: 'github-app',
    clientId,
    request: bound,
  }).catch((error: unknown) => {
    const why = endOf(errorOf(error));
    if (why === undefined) throw error;
    return why;
  });
  if (typeof answer === 'string') return { ok: false, why: answer };
  const code = v.parse(CodeSchema, answer.data);
  if (!isPageOf(url, code.verification_uri)) return { ok: false, why: 'wrong-page' };
  const expiresAtUtcMs = clock.nowUtcMs() + code.expires_in * 1000;
  show({ userCode: code.user_code, page: code.verification_uri, expiresAtUtcMs });
  const expiresAtMs = clock.monotonicMs() + code.expires_in * 1000;
  let intervalS = code.interval;
  for (;;) {
    await wait(clock, intervalS * 1000, signal);
    // The monotonic clock stops during a sleep; GitHub refuses a code that expired meanwhile.
    if (clock.monotonicMs() >= expiresAtMs) return { ok: false, why: 'expired' };
    try {
      const given = await exchangeDeviceCode({
        clientType: 'github-app',
        clientId,
        code: code.device_code,
        request: bound,
      });
      return { ok: true, tokens: tokensOf(given.data, clock.nowUtcMs()) };
    } catch (error) {
      signal.throwIfAborted();
      const told = errorOf(error);
      const why = endOf(told);
      if (why) return { ok: false, why };
      if (told?.error === 'slow_down') intervalS = told.interval ?? intervalS + 5;
    }
  }
}

/** A page elsewhere could make the member sign in another app: a server may relay another server's code. */
function isPageOf(url: string, page: string): boolean {
  const { origin, username, password } = new URL(page);
  return origin === new URL(url).origin && username === '' && password === '';
}

const TokenSchema = v.object({
  access_token: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  refresh_token: v.optional(v.pipe(v.string(), v.maxLength(500))),
  expires_in: v.optional(v.number()),
});

function tokensOf(data: unknown, nowUtcMs: number): Tokens {
  const {
    access_token: token,
    refresh_token: refresh,
    expires_in: inS,
  } = v.parse(TokenSchema, data);
  return {
    token,
    ...(refresh === undefined ? {} : { refreshToken: refresh }),
    ...(inS === undefined ? {} : { expiresAtUtcMs: nowUtcMs + inS * 1000 }),
  };
}

/** Renews a token; undefined if GitHub has revoked it. After a device flow, no client secret is needed. */
export async function refresh(
  { clientId, request, clock }: FlowDeps,
  refreshToken: string,
  signal: AbortSignal,
): Promise<Tokens | undefined> {
  const { data } = await request('POST /login/oauth/access_token', {
    baseUrl: request.endpoint.DEFAULTS.baseUrl.replace(
      'https://api.github.com',
      'https://github.com',
    ),
    headers: { accept: 'application/json' },
    client_id: clientId,
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    request: { signal },
  });
  return v.is(ErrorSchema, data) ? undefined : tokensOf(data, clock.nowUtcMs());
}

const ErrorSchema = v.object({
  error: v.string(),
  interval: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(600))),
});

/** GitHub reports errors with status 200; undefined for a lost connection. */
function errorOf(error: unknown): v.InferOutput<typeof ErrorSchema> | undefined {
  const { response } = error as { response?: { data?: unknown } };
  return v.is(ErrorSchema, response?.data) ? response.data : undefined;
}

function endOf(told: v.InferOutput<typeof ErrorSchema> | undefined) {
  switch (told?.error) {
    case undefined:
    case 'authorization_pending':
    case 'slow_down':
      return undefined;
    case 'expired_token':
      return 'expired';
    case 'access_denied':
      return 'denied';
    case 'device_flow_disabled':
      return 'disabled';
    default:
      return 'refused';
  }
}

function wait(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const leave = () => {
      cancel();
      reject(asError(signal.reason));
    };
    const cancel = clock.after(ms, () => {
      signal.removeEventListener('abort', leave);
      resolve();
    });
    signal.addEventListener('abort', leave, { once: true });
  });
}
