/** The `fetch` for @octokit/request, on the app's own network access. */
import type { Net } from '../../../platform/net/index.ts';

const phaseMs = 20_000;
const bodyBytes = 4 * 1024 * 1024;

/** The subset of `fetch` that the library uses. Rejects with NetError, or the signal's reason. */
export type Fetch = (
  url: string,
  options: Readonly<{
    method?: string;
    headers?: Record<string, string>;
    body?: string;
    signal?: AbortSignal;
  }>,
) => Promise<Response>;

export function createFetch(net: Pick<Net, 'request'>): Fetch {
  return async (url, { method, headers = {}, body, signal }) => {
    const answer = await net.request({
      url,
      method: method === 'POST' ? 'POST' : 'GET',
      headers,
      ...(body === undefined ? {} : { body }),
      signal: signal ?? new AbortController().signal,
      phaseMs,
      bodyBytes,
      // A token must not follow a redirect.
      redirects: 0,
      trust: 'system',
    });
    const given = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] =>
      // The body is decompressed already.
      value === undefined || name === 'content-encoding' ? [] : [[name, String(value)]],
    );
    const empty = answer.status === 204 || answer.status === 304;
    return new Response(empty ? null : answer.body, { status: answer.status, headers: given });
  };
}
