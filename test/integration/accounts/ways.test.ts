/** Servers that answer only one of the two requests about sign-in, or neither. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { faultOf } from '../../../main/features/accounts/fault.ts';
import { findServer } from '../../../main/features/accounts/matrix/server.ts';
import { systemClock } from '../../../main/platform/clock.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import type { Reply } from '../../servers/http.ts';
import { listen, send } from '../../servers/http.ts';

const json = (body: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const unknown = json({ errcode: 'M_UNRECOGNIZED', error: 'Unrecognized request' }, 404);
const page = { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not found</h1>' };
const broken = { status: 502, body: '<h1>Bad Gateway</h1>' };
const forbidden = json({ errcode: 'M_FORBIDDEN' }, 403);
const locked = json({ errcode: 'M_USER_LOCKED' }, 401);
const flows = (...types: readonly unknown[]) =>
  json({ flows: types.map((type) => (typeof type === 'string' ? { type } : type)) });
const metadata = (origin: string) =>
  json({
    issuer: `${origin}/`,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    registration_endpoint: `${origin}/register`,
    revocation_endpoint: `${origin}/revoke`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    response_modes_supported: ['query', 'fragment'],
  });
const sound = metadata('https://auth.example');
const password = flows('m.login.password');

let login: Reply;
let auth: Reply;
let server: Awaited<ReturnType<typeof listen>>;
beforeEach(async () => {
  server = await listen((request, response) =>
    send(response, (request.url ?? '').includes('auth_metadata') ? auth : login),
  );
});
afterEach(() => server.stop());

const find = () => {
  const net = createNet({ budget: createBudget(8) });
  const parts = { clock: systemClock, net, fetch: globalThis.fetch };
  return findServer(parts, server.url, new AbortController().signal);
};

test.each<[string, Reply, Reply, object]>([
  ['the browser alone, where there is no other question', unknown, sound, { oauth: true }],
  ['the browser alone, where the other question breaks', broken, sound, { oauth: true }],
  [
    'the browser alone, where the other answer is none',
    json({ flows: 'no' }),
    sound,
    { oauth: true },
  ],
  ['the browser alone, where others may not ask', forbidden, sound, { oauth: true }],
  ['a password, where nobody knows of the browser', password, unknown, { password: true }],
  ['a password, while the browser’s way is broken', password, broken, { password: true }],
  [
    'a password, where half of the browser’s way is told',
    password,
    json({ issuer: 7 }),
    { password: true },
  ],
  [
    'a password, where the browser’s way can be overheard',
    password,
    metadata('http://auth.example'),
    { password: true },
  ],
  ['the older way by browser', flows('m.login.sso'), page, { sso: true }],
  [
    'a password among odd ways',
    flows(null, 7, {}, 'm.login.password'),
    unknown,
    { password: true },
  ],
  ['both', password, sound, { password: true, oauth: true }],
])('%s is offered', async (_what, ofLogin, ofAuth, wanted) => {
  [login, auth] = [ofLogin, ofAuth];
  const { ways } = await find();
  const offered = { password: ways.password, sso: ways.sso, oauth: ways.oauth !== undefined };
  expect(offered).toEqual({ password: false, sso: false, oauth: false, ...wanted });
});

test.each<[string, Reply, Reply, string]>([
  ['neither question is known', unknown, unknown, 'no-way-to-sign-in'],
  ['there are only other ways', flows('m.login.dummy'), unknown, 'no-way-to-sign-in'],
  ['there are none', flows(), unknown, 'no-way-to-sign-in'],
  ['both break', broken, broken, 'unreachable'],
  ['one is not known and the other breaks', unknown, broken, 'unreachable'],
  ['one breaks and the other is unknown', broken, unknown, 'unreachable'],
  ['one asks to be slower', unknown, json({ errcode: 'M_LIMIT_EXCEEDED' }, 429), 'rate-limited'],
  ['the answer is none', json({ flows: 'no' }), unknown, 'bad-answer'],
  ['nobody may ask', forbidden, unknown, 'forbidden'],
  ['the account is locked', locked, unknown, 'locked'],
  [
    'the browser’s way alone can be overheard',
    unknown,
    metadata('http://auth.example'),
    'insecure',
  ],
])('where %s, that is said', async (_what, ofLogin, ofAuth, fault) => {
  [login, auth] = [ofLogin, ofAuth];
  expect(await find().catch(faultOf)).toBe(fault);
});
