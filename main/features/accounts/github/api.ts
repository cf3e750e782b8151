/** GitHub's API as feedback needs it: cached reads, and refusals that can be shown to the member. */
import type { request as octokit } from '@octokit/request';
import { leftMs } from '../../../../shared/time/elapsed.ts';
import { maxBackoffMs } from '../../../../shared/feedback/backoff.ts';
import { DeliveryError, trouble } from '../../../../shared/feedback/trouble.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Asked, GithubApi } from '../../contracts/github.ts';
import type { Headers, Refusal } from './refusal.ts';
import { refusalOf } from './refusal.ts';

export type ApiDeps = Readonly<{
  request: typeof octokit;
  clock: Clock;
  /** Undefined while signed out: then GitHub allows 60 requests an hour, on public repositories only. */
  token: () => string | undefined;
}>;

const keptAnswers = 100;
/** GitHub's limits are per hour, by its own clock. */
const maxPauseMs = 2 * maxBackoffMs;
/** GitHub resolves several renames in one redirect; more than this is a loop. */
const maxRedirects = 3;

export function createGithubApi({ request, clock, token }: ApiDeps): GithubApi {
  /** An ETag is valid for one token only. */
  const answers = new Map<string, Readonly<{ etag: string; data: unknown }>>();
  let limitedUntil: Readonly<{ token: string | undefined; atUtcMs: number }> | undefined;

  /** Once the hourly limit is used up, requests would only be refused. */
  const noteLimit = (headers: Headers, used: string | undefined) => {
    const left = headers['x-ratelimit-remaining'];
    const resetS = Number(headers['x-ratelimit-reset']);
    // Searches have a separate limit, per minute.
    if (headers['x-ratelimit-resource'] === 'search') return;
    if (Number(left ?? 1) > 0 || !Number.isFinite(resetS)) return;
    limitedUntil = { token: used, atUtcMs: resetS * 1000 };
  };

  /** GitHub blocks clients longer that ignore its requests to slow down. */
  const slowDown = (
    { trouble: { code }, temporary }: DeliveryError,
    headers: Headers = {},
    used?: string,
  ) => {
    if (code !== 'busy' || !temporary || headers['x-ratelimit-resource'] === 'search') return;
    const known = limitedUntil && limitedUntil.token === used ? limitedUntil.atUtcMs : 0;
    const waitMs = Math.min(temporary.retryAfterMs ?? 0, maxBackoffMs);
    limitedUntil = { token: used, atUtcMs: Math.max(known, clock.nowUtcMs() + waitMs) };
  };

  const ask = async (route: string, asked: Asked, signal: AbortSignal, etag?: string) => {
    const used = token();
    const retryAfterMs = leftMs(limitedUntil?.atUtcMs ?? 0, clock.nowUtcMs(), maxPauseMs);
    if (limitedUntil?.token === used && retryAfterMs > 0) {
      throw new DeliveryError(trouble('busy'), { retryAfterMs });
    }
    const headers = {
      ...(used === undefined ? {} : { authorization: `Bearer ${used}` }),
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
    };
    try {
      const answer = await followed(request, route, { ...asked, headers, request: { signal } });
      noteLimit(answer.headers, used);
      return { headers: answer.headers as Headers, data: answer.data as unknown };
    } catch (error) {
      signal.throwIfAborted();
      const { response, status } = error as Refusal;
      if (response) noteLimit(response.headers, used);
      // The library treats 304 as an error.
      if (status === 304) return undefined;
      const refusal = error instanceof DeliveryError ? error : refusalOf(error, clock.nowUtcMs());
      slowDown(refusal, response?.headers, used);
      throw refusal;
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

type Options = NonNullable<Parameters<typeof octokit>[1]>;

/**
 * Follows redirects of renamed repositories and transferred issues by repeating the request, but only within this API,
 * because it carries the token. Throws DeliveryError `moved-away` for any other origin.
 */
async function followed(request: typeof octokit, route: string, options: Options) {
  const first = request.endpoint(route, options);
  let answer = await request(route, options);
  for (let moves = 0; answer.status >= 300; moves += 1) {
    const to = targetOf(first.url, answer.headers.location);
    if (to?.origin !== new URL(first.url).origin || moves === maxRedirects) {
      throw new DeliveryError(
        trouble('moved-away', to?.host ? { to: to.host.slice(0, 200) } : {}),
        false,
      );
    }
    const { method, headers, body } = first;
    const url = to.href.replaceAll('{', '%7B').replaceAll('}', '%7D');
    const again = {
      method,
      url,
      headers,
      ...(options.request ? { request: options.request } : {}),
    };
    answer = await request(body === undefined ? again : { ...again, data: body });
  }
  return answer;
}

function targetOf(from: string, location: string | undefined): URL | undefined {
  return location !== undefined && URL.canParse(location, from)
    ? new URL(location, from)
    : undefined;
}
