/**
 * An OAuth 2.0 authority or single sign-on in front of a Matrix server, the stand-in or a real Synapse, whose members
 * sign in by browser; it holds the app to the standards. Anyone who signs in by browser is `person`, and consents
 * immediately.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Reply } from '../http.ts';
import { listen, send } from '../http.ts';
import type { Json } from './state.ts';

export type AuthorityOptions = Readonly<{
  /** The server behind it. */
  url: string;
  kind: 'oauth' | 'sso';
  person: Readonly<{ name: string; password: string }>;
  /** Lifetime of an access token, in seconds. */
  tokenS?: number;
  /** The person does not consent. */
  refuses?: boolean;
  /** The server itself no longer supports login, and does not know the endpoint. */
  isOnlyWay?: boolean;
}>;

type Grant = Readonly<{ clientId: string; redirect: string; challenge: string; deviceId: string }>;
type Session = Readonly<{ clientId: string; upstream: string }>;

export type Authority = Awaited<ReturnType<typeof startAuthority>>;

export async function startAuthority(options: AuthorityOptions) {
  const { kind, person, tokenS = 300 } = options;
  const clients = new Map<string, readonly string[]>();
  const grants = new Map<string, Grant>();
  /** The authority's tokens, each for one of the server's own. */
  const access = new Map<string, Session & Readonly<{ endsUtcMs: number }>>();
  const refresh = new Map<string, Session>();
  let refreshes = 0;
  let moved: Readonly<Record<string, string>> = {};
  const asked: string[] = [];

  const upstream = async (path: string, method: string, body?: object, token?: string) => {
    const answer = await fetch(`${options.url}/_matrix/client/${path}`, {
      method,
      headers: token ? { authorization: `Bearer ${token}` } : {},
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return (await answer.json()) as Record<string, string>;
  };
  const logIn = async (deviceId?: string) => {
    const identifier = { type: 'm.id.user', user: person.name };
    const proof = { type: 'm.login.password', identifier, password: person.password };
    const device = deviceId === undefined ? {} : { device_id: deviceId };
    return (await upstream('v3/login', 'POST', { ...proof, ...device }))['access_token'] ?? '';
  };

  const register = (body: Json): Reply => {
    const uris = body['redirect_uris'] as readonly string[];
    const native = body['application_type'] === 'native';
    const loopback = uris.every((one) => /^http:\/\/127\.0\.0\.1:\d+\/callback$/.test(one));
    if (!native || !loopback || body['token_endpoint_auth_method'] !== 'none') {
      return json(400, { error: 'invalid_client_metadata' });
    }
    const clientId = `client-${clients.size}`;
    clients.set(clientId, uris);
    return json(201, { client_id: clientId });
  };
  const authorize = (query: URLSearchParams): Reply => {
    const [clientId, redirect, challenge, state, scope] = [
      'client_id',
      'redirect_uri',
      'code_challenge',
      'state',
      'scope',
    ].map((name) => query.get(name) ?? '') as [string, string, string, string, string];
    const deviceId = /urn:matrix:client:device:(\S+)/.exec(scope)?.[1];
    const isSound =
      clients.get(clientId)?.includes(redirect) &&
      query.get('code_challenge_method') === 'S256' &&
      query.get('response_mode') === 'query' &&
      deviceId !== undefined;
    if (!isSound) return json(400, { error: 'invalid_request' });
    const back = new URL(redirect);
    back.searchParams.set('state', state);
    if (options.refuses) back.searchParams.set('error', 'access_denied');
    else {
      const code = randomUUID();
      grants.set(code, { clientId, redirect, challenge, deviceId });
      back.searchParams.set('code', code);
    }
    return { status: 302, headers: { location: back.href } };
  };
  const issue = (session: Session): Reply => {
    const [token, renewal] = [randomUUID(), randomUUID()];
    access.set(token, { ...session, endsUtcMs: Date.now() + tokenS * 1000 });
    refresh.set(renewal, session);
    return json(200, {
      access_token: token,
      token_type: 'Bearer',
      expires_in: tokenS,
      refresh_token: renewal,
    });
  };
  const exchange = async (form: URLSearchParams): Promise<Reply> => {
    const clientId = form.get('client_id') ?? '';
    if (form.get('grant_type') === 'refresh_token') {
      const given = form.get('refresh_token') ?? '';
      const session = refresh.get(given);
      if (session?.clientId !== clientId) return json(400, { error: 'invalid_grant' });
      refresh.delete(given);
      refreshes += 1;
      return issue(session);
    }
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const verifier = form.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const isSound =
      grant?.clientId === clientId &&
      grant.redirect === form.get('redirect_uri') &&
      grant.challenge === challenge;
    if (!isSound) return json(400, { error: 'invalid_grant' });
    return issue({ clientId, upstream: await logIn(grant.deviceId) });
  };
  const revoke = async (form: URLSearchParams): Promise<Reply> => {
    const token = form.get('token') ?? '';
    const session = access.get(token);
    access.delete(token);
    refresh.delete(token);
    if (session) await upstream('v3/logout', 'POST', {}, session.upstream);
    return json(200, {});
  };
  const visitSso = async (query: URLSearchParams): Promise<Reply> => {
    const { login_token: token } = await upstream('v1/login/get_token', 'POST', {}, await logIn());
    const back = new URL(query.get('redirectUrl') ?? '');
    back.searchParams.set('loginToken', token ?? '');
    return { status: 302, headers: { location: back.href } };
  };

  const own = async (
    request: IncomingMessage,
    url: URL,
    body: string,
  ): Promise<Reply | undefined> => {
    const { pathname, searchParams } = url;
    if (pathname.endsWith('/v3/login') && request.method === 'GET') {
      if (options.isOnlyWay) return json(404, { errcode: 'M_UNRECOGNIZED' });
      const more = kind === 'sso' ? [{ type: 'm.login.sso' }, { type: 'm.login.token' }] : [];
      return json(200, { flows: [{ type: 'm.login.password' }, ...more] });
    }
    if (kind === 'sso') {
      return pathname.endsWith('/login/sso/redirect') ? visitSso(searchParams) : undefined;
    }
    if (pathname.endsWith('/auth_metadata')) return json(200, { ...metadata(front.url), ...moved });
    if (pathname === '/register') return register(JSON.parse(body) as Json);
    if (pathname === '/authorize') return authorize(searchParams);
    asked.push(pathname);
    if (pathname === '/token') return exchange(new URLSearchParams(body));
    if (pathname === '/revoke') return revoke(new URLSearchParams(body));
    return undefined;
  };
  const pass = async (request: IncomingMessage, body: Buffer): Promise<Reply> => {
    const given = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    const session = access.get(given);
    if (kind === 'oauth' && given !== '' && (session?.endsUtcMs ?? 0) < Date.now()) {
      return json(401, { errcode: 'M_UNKNOWN_TOKEN', soft_logout: session !== undefined });
    }
    const token = session?.upstream ?? given;
    const answer = await fetch(options.url + (request.url ?? '/'), {
      method: request.method ?? 'GET',
      headers: {
        'content-type': request.headers['content-type'] ?? 'application/json',
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(request.method === 'GET' ? {} : { body: new Uint8Array(body) }),
    });
    return { status: answer.status, headers: jsonType, body: await answer.text() };
  };

  const front = await listen((request, response) => {
    void buffer(request)
      .then(async (body) => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        return (await own(request, url, body.toString())) ?? pass(request, body);
      })
      .then(
        (reply) => send(response, reply),
        (error: unknown) => send(response, json(502, { error: String(error) })),
      );
  });
  return {
    url: front.url,
    refreshes: () => refreshes,
    /** From now on the homeserver names other endpoints than its own. */
    move: (to: Readonly<Record<string, string>>) => (moved = to),
    /** Requested paths, except for its own pages. */
    asked,
    /** As if the person had ended the session on the authority's page. */
    endAll: () => {
      access.clear();
      refresh.clear();
    },
    knows: (token: string) => access.has(token) || refresh.has(token),
    /** Number of valid tokens. */
    open: () => access.size + refresh.size,
    stop: front.stop,
  };
}

const jsonType = { 'content-type': 'application/json' };

function json(status: number, body: object): Reply {
  return { status, headers: jsonType, body: JSON.stringify(body) };
}

function metadata(url: string) {
  return {
    issuer: `${url}/`,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    registration_endpoint: `${url}/register`,
    revocation_endpoint: `${url}/revoke`,
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
  };
}
