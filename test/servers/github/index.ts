/**
 * GitHub on loopback: an emulator, and in front of it what that lacks: the device flow, 401 for unknown tokens, ETags,
 * labels that are dropped without push access, and faults.
 */
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { createEmulator } from 'emulate';
import type { Reply } from '../http.ts';
import { listen, pathOf, send } from '../http.ts';
import { createDeviceFlow } from './device-flow.ts';
import { createReactions, fileAnswer, searchAnyOf } from './opinions.ts';

/** For the next request to the API: its answer is lost after it took effect, or it is refused with this reply. */
export type Fault = 'answer-lost' | Reply;

export type StandInGithub = Awaited<ReturnType<typeof startGithub>>;

export const owner = 'coop';
export const repo = 'beta';

export async function startGithub() {
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: {
        'token-0': { login: 'ana', scopes: ['repo'] },
        'token-staff': { login: 'sam', scopes: ['repo'] },
      },
      github: {
        users: [{ login: 'ana' }, { login: 'sam' }],
        orgs: [{ login: owner }],
        repos: [{ owner, name: repo, auto_init: true }],
      },
    },
  });
  const flow = createDeviceFlow();
  const reactions = createReactions();
  /** By the path of the request. */
  const files = new Map<string, string>();
  const faults: { path: string; method: string; fault: Fault }[] = [];
  const asked: { method: string; path: string; status: number }[] = [];
  const authorizations: string[] = [];
  const logins: { path: string; body: string }[] = [];
  let mayPush = true;

  const ask = async (url: string) => {
    const headers = { authorization: 'Bearer token-0' };
    return (await (await fetch(emulator.url + url, { headers })).json()) as Record<string, unknown>;
  };
  const added = async (method: string, url: string, body: string, token: string) => {
    const file = files.get(url);
    if (method === 'GET' && file !== undefined) return fileAnswer(emulator.url + url, file);
    if (method === 'GET') return searchAnyOf(url, ask);
    if (token === '' || !url.endsWith('/reactions')) return undefined;
    return reactions.answer(url, body, await ask('/users/ana'));
  };
  const pass = async (method: string, url: string, body: string, token: string): Promise<Reply> => {
    if (token !== '' && !flow.isValid(token)) return json(401, { message: 'Bad credentials' });
    const given = method === 'POST' && !mayPush ? { ...JSON.parse(body), labels: [] } : undefined;
    const own = await added(method, url, body, token);
    if (own) return withEtag(own, token);
    const answer = await fetch(`${emulator.url}${url}`, {
      method,
      // The emulator has one token; the member's was checked above.
      headers: token === '' ? {} : { authorization: 'Bearer token-0' },
      ...(method === 'POST' ? { body: given ? JSON.stringify(given) : body } : {}),
    });
    return withEtag({ status: answer.status, body: await answer.text() }, token);
  };

  const front = await listen((request, response) => {
    void text(request).then(async (body) => {
      const path = pathOf(request);
      const method = request.method ?? 'GET';
      if (path.startsWith('/login/')) {
        logins.push({ path, body });
        return send(response, flow.answer(path, body, front.url));
      }
      const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
      authorizations.push(token);
      const at = faults.findIndex((one) => one.path === path && one.method === method);
      const fault = at < 0 ? undefined : faults.splice(at, 1)[0]?.fault;
      if (typeof fault === 'object') return send(response, fault);
      const reply = await pass(method, request.url ?? '/', body, token);
      const known = reply.headers?.['etag'];
      const same =
        method === 'GET' && known !== undefined && request.headers['if-none-match'] === known;
      asked.push({ method, path, status: same ? 304 : (reply.status ?? 200) });
      if (fault === 'answer-lost') return response.destroy();
      return send(response, same ? { status: 304, headers: { etag: known ?? '' } } : reply);
    });
  });

  return {
    url: front.url,
    flow,
    asked,
    /** The token of each request, empty for none. */
    authorizations,
    /** Requests outside the API: codes and tokens. */
    logins,
    reactions: reactions.count,
    putTemplate: (name: string, content: string) =>
      files.set(`/repos/${owner}/${repo}/contents/.github/ISSUE_TEMPLATE/${name}`, content),
    fail: (method: string, path: string, fault: Fault) => faults.push({ method, path, fault }),
    setMayPush: (may: boolean) => (mayPush = may),
    /** As staff, not the member, bypassing the front. */
    staff: (path: string, method: string, body: object) =>
      fetch(`${emulator.url}${path}`, {
        method,
        headers: { authorization: 'Bearer token-staff' },
        body: JSON.stringify(body),
      }),
    stop: async () => {
      await front.stop();
      await emulator.close();
    },
  };
}

function json(status: number, body: object): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** An ETag is valid for one token only. */
function withEtag({ status = 200, body = '' }: Reply, token: string): Reply {
  const hash = createHash('sha1')
    .update(token + body)
    .digest('hex');
  return { status, headers: { 'content-type': 'application/json', etag: `"${hash}"` }, body };
}
