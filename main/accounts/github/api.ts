/** GitHub's API, as far as feedback needs it: reads that cost little, and refusals that a member can be told. */
import type { request as octokit } from '@octokit/request';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';
import { NetError } from '../../platform/net/error.ts';
import type { Clock } from '../../platform/clock.ts';

export type Asked = Readonly<Record<string, string | number | readonly string[]>>;

export type GithubApi = Readonly<{
  /** By its ETag where it was read before. Throws DeliveryError, or the signal's reason. */
  read: (route: string, asked: Asked, signal: AbortSignal) => Promise<unknown>;
  /** Throws as `read`. */
  write: (route: string, asked: Asked, signal: AbortSignal) => Promise<unknown>;
}>;

export type ApiParts = Readonly<{
  request: typeof octokit;
  clock: Clock;
  /** Undefined while signed out: then 60 requests an hour, and public repositories only. */
  token: () => string | undefined;
}>;

type Headers = Readonly<Record<string, string | number | undefined>>;
type Refusal = Readonly<{ status?: number; response?: Readonly<{ headers: Headers }> }>;

const keptAnswers = 100;

export function createGithubApi({ request, clock, token }: ApiParts): GithubApi {
  /** An ETag holds for one token alone. */
  const answers = new Map<string, Readonly<{ etag: string; data: unknown }>>();
  let spentUntil: Readonly<{ token: string | undefined; atUtcMs: number }> | undefined;

  /** Once nothing is left of the hour, asking would only be refused. */
  const note = (headers: Headers, used: string | undefined) => {
    const left = headers['x-ratelimit-remaining'];
    const resetS = Number(headers['x-ratelimit-reset']);
    // Searches are counted by the minute, and apart.
    if (headers['x-ratelimit-resource'] === 'search') return;
    if (Number(left ?? 1) > 0 || !Number.isFinite(resetS)) return;
    spentUntil = { token: used, atUtcMs: resetS * 1000 };
  };

  const ask = async (route: string, asked: Asked, signal: AbortSignal, etag?: string) => {
    const used = token();
    const leftMs = (spentUntil?.atUtcMs ?? 0) - clock.nowUtcMs();
    if (spentUntil?.token === used && leftMs > 0) {
      throw new DeliveryError(trouble('busy'), { retryAfterMs: leftMs });
    }
    const headers = {
      ...(used === undefined ? {} : { authorization: `Bearer ${used}` }),
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
    };
    try {
      const answer = await request(route, { ...asked, headers, request: { signal } });
      note(answer.headers, used);
      return { headers: answer.headers as Headers, data: answer.data as unknown };
    } catch (error) {
      signal.throwIfAborted();
      const { response, status } = error as Refusal;
      if (response) note(response.headers, used);
      // The library takes 304 for an error.
      if (status === 304) return undefined;
      throw refusalOf(error, clock.nowUtcMs());
    }
  };

  return {
    read: async (route, asked, signal) => {
      const key = JSON.stringify([token() ?? '', route, asked]);
      const known = answers.get(key);
      const answer = await ask(route, asked, signal, known?.etag);
      if (!answer) return known?.data;
      const { etag } = answer.headers;
      answers.delete(key);
      if (typeof etag === 'string') answers.set(key, { etag, data: answer.data });
      const [oldest] = answers.keys();
      if (answers.size > keptAnswers && oldest !== undefined) answers.delete(oldest);
      return answer.data;
    },
    write: async (route, asked, signal) => (await ask(route, asked, signal))?.data,
  };
}

/** https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api */
export function refusalOf(error: unknown, nowUtcMs: number): DeliveryError {
  const { status, response } = error as Refusal;
  const headers = response?.headers ?? {};
  if (!response || status === undefined) {
    const timedOut = causeOf(error)?.reason.code === 'timeout';
    return new DeliveryError(trouble(timedOut ? 'timeout' : 'offline'), {}, error);
  }
  if (status === 401) return new DeliveryError(trouble('signed-out'), {}, error);
  if (
    status === 429 ||
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0'
  ) {
    const afterMs = Number(headers['retry-after'] ?? NaN) * 1000;
    const resetMs = Number(headers['x-ratelimit-reset']) * 1000 - nowUtcMs;
    const retryAfterMs = [afterMs, resetMs].find((ms) => ms > 0);
    return new DeliveryError(
      trouble('busy'),
      retryAfterMs === undefined ? {} : { retryAfterMs },
      error,
    );
  }
  if (status >= 500) return new DeliveryError(trouble('server-error'), {}, error);
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

function causeOf(error: unknown): NetError | undefined {
  if (error instanceof NetError) return error;
  return error instanceof Error && error.cause ? causeOf(error.cause) : undefined;
}
