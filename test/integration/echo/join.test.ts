/** From a room's URL into a call and out again, against the stand-in BigBlueButton. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FailureCode } from '../../../shared/echo/failure.ts';
import { EchoError } from '../../../main/features/echo/failed.ts';
import { httpFigures } from '../../../main/features/echo/http-figures.ts';
import { createFindRoom } from '../../../main/features/echo/room.ts';
import type { Guest, JoinedRoom, Target } from '../../../main/features/echo/rooms.ts';
import { systemClock as clock } from '../../../main/platform/clock.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import { createProxies, noProxies } from '../../../main/platform/net/proxies.ts';
import type { Bbb, RoomState } from '../../servers/bbb/index.ts';
import { startBbb } from '../../servers/bbb/index.ts';
import { listen, send } from '../../servers/http.ts';
import { startHttpProxy } from '../../servers/proxy/http.ts';
import { nodePages } from '../../servers/node-page.ts';

const net = createNet({ budget: createBudget(8) });
const machine = { net, proxies: noProxies(clock) };
const findRoom = createFindRoom({ clock, net });
let bbb: Bbb;
let pages: ReturnType<typeof nodePages>;
beforeEach(async () => {
  bbb = await startBbb();
  pages = nodePages();
});
afterEach(() => bbb.stop());

const room = (address: string): Target => ({ kind: 'room', address });

async function join(target: Target, guest: Partial<Guest> = {}): Promise<JoinedRoom> {
  const { signal } = new AbortController();
  const found = await findRoom(target, signal);
  return found.join(
    { name: 'Echo guest', ...guest },
    { signal, open: pages.open, onServer: () => undefined },
  );
}

async function refusal(target: Target, guest: Partial<Guest> = {}) {
  const error: unknown = await join(target, guest).catch((error: unknown) => error);
  return error instanceof EchoError ? error.failure : error;
}

test.each([
  ['Greenlight 3', () => bbb.roomUrl],
  ['Greenlight 3, as a member sees its address', () => bbb.roomUrl.replace(/\/join$/, '')],
  ['Greenlight 2', () => bbb.roomV2Url],
  ['five redirects', () => bbb.shortlink(5)],
])('a guest gets in by %s, and leaves nothing behind', async (_way, address) => {
  const joined = await join(room(address()));
  expect(joined.host).toBe(new URL(bbb.url).host);
  expect(joined.signallingUrl).toMatch(/^ws:\/\/127.0.0.1:\d+\/bbb-webrtc-sfu\?sessionToken=\w+$/);
  expect(bbb.ledger.guests()).toEqual(['Echo guest']);
  await joined.leave();
  expect([bbb.ledger.guests(), bbb.ledger.count('signOut')]).toEqual([[], 1]);
  expect(bbb.ledger.violations).toEqual([]);
});

describe('each way in which a room refuses has its own code', () => {
  const states: readonly (readonly [RoomState, FailureCode])[] = [
    ['sign-in', 'sign-in-required'],
    ['access-code', 'access-code-required'],
    ['not-started', 'not-started'],
    ['ask-moderator', 'waiting-for-moderator'],
    ['guest-denied', 'guest-denied'],
    ['full', 'room-full'],
    ['ended', 'ended'],
    ['not-found', 'not-found'],
  ];
  test.each(states)('%s is %s', async (state, code) => {
    bbb.turn({ room: state });
    expect(await refusal(room(bbb.roomUrl))).toMatchObject({ code });
    expect(bbb.ledger.guests()).toEqual([]);
  });
  test.each(states.filter(([state]) => state !== 'access-code'))(
    '%s is %s in Greenlight 2 as well',
    async (state, code) => {
      bbb.turn({ room: state });
      expect(await refusal(room(bbb.roomV2Url))).toMatchObject({ code });
      expect(bbb.ledger.guests()).toEqual([]);
    },
  );
  test('an access code, wrong and right', async () => {
    bbb.turn({ room: 'access-code' });
    const wrong = await refusal(room(bbb.roomUrl), { accessCode: 'wrong' });
    expect(wrong).toMatchObject({ code: 'access-code-wrong' });
    const joined = await join(room(bbb.roomUrl), { accessCode: bbb.accessCode });
    await joined.leave();
  });
});

test.each([
  ['Greenlight 3', () => bbb.roomUrl],
  ['Greenlight 2', () => bbb.roomV2Url],
])('why there is no call is read on the way, though the home page leads on: %s', async (_, url) => {
  bbb.turn({ room: 'full', home: 'leads-on' });
  expect(await refusal(room(url()))).toMatchObject({ code: 'room-full', step: 'join' });
  expect(bbb.ledger.guests()).toEqual([]);
});

test.each([
  ['Greenlight 3', () => bbb.roomUrl],
  ['Greenlight 2', () => bbb.roomV2Url],
])(
  'a guest of a cluster is let in and signed out by the server that signed: %s',
  async (_, url) => {
    bbb.turn({ client: 'shared' });
    const joined = await join(room(url()));
    const { host } = new URL(bbb.url);
    expect([joined.host, new URL(joined.signallingUrl).host]).toEqual([host, host]);
    expect(joined.stunsUrl).toContain(`${bbb.url}/bigbluebutton/api/stuns`);
    expect(new URL(joined.page.url()).host).not.toBe(host);
    await joined.leave();
    expect([bbb.ledger.guests(), bbb.ledger.count('signOut')]).toEqual([[], 1]);
  },
);

test.each([
  ['too many redirects', () => bbb.shortlink(7), 'too-many-redirects'],
  ['redirects for ever', () => bbb.shortlink(Infinity), 'too-many-redirects'],
  ['a page that is no room', () => `${bbb.url}/`, 'not-a-room'],
  ['no address', () => 'mailto:someone@example.org', 'address-invalid'],
  ['nobody there', () => 'http://127.0.0.1:1/rooms/abc-def/join', 'unreachable'],
])('%s', async (_what, address, code) => {
  expect(await refusal(room(address()))).toMatchObject({ code, step: 'find' });
});

test.each([
  ['a signed link', '/bigbluebutton/api/join?meetingID=m&checksum=c'],
  ['a room', '/rooms/abc-def-ghi/join'],
  ['an older room', '/b/abc-def-ghi'],
  ['anything', '/latest/meta-data/'],
])(
  'a link that leads to %s at an address that is never asked is not followed',
  async (_to, path) => {
    for (const host of ['169.254.169.254', '[2002:a9fe:a9fe::1]', '2852039166', '168.63.129.16']) {
      const link = await listen((_request, response) =>
        send(response, { status: 302, headers: { location: `http://${host}${path}` } }),
      );
      expect(await refusal(room(link.url))).toMatchObject({
        code: 'unreachable',
        step: 'find',
        params: { reason: 'address-forbidden' },
      });
      expect(pages.openNow()).toBe(0);
      await link.stop();
    }
  },
);

describe('with the shared secret', () => {
  const api = (more: Partial<Extract<Target, { kind: 'api' }>> = {}): Target => ({
    kind: 'api',
    address: bbb.apiUrl,
    secret: bbb.secret,
    ...more,
  });

  test('a room of our own is made, and ended after it', async () => {
    const joined = await join(api({ address: `${bbb.apiUrl}/bigbluebutton/api/` }));
    expect([bbb.ledger.meetings(), bbb.ledger.guests()]).toEqual([1, ['Echo guest']]);
    await joined.leave();
    expect([bbb.ledger.meetings(), bbb.ledger.guests()]).toEqual([0, []]);
  });
  test.each(['sha1', 'sha384', 'sha512'] as const)('a server that takes only %s', async (only) => {
    await bbb.stop();
    bbb = await startBbb({ supportedChecksumAlgorithms: [only] });
    const joined = await join(api());
    await joined.leave();
    expect(bbb.ledger.meetings()).toBe(0);
  });
  test('a room that is refused afterwards is ended too', async () => {
    bbb.turn({ room: 'full' });
    expect(await refusal(api())).toMatchObject({ code: 'room-full' });
    expect([bbb.ledger.count('create'), bbb.ledger.meetings()]).toEqual([1, 0]);
  });
  test('a wrong secret is told as such, and appears nowhere', async () => {
    const secret = 'not-the-secret-0123456789';
    const failed = await refusal(api({ secret }));
    expect(failed).toMatchObject({ code: 'secret-wrong' });
    expect(JSON.stringify(failed)).not.toContain(secret);
  });
});

describe('the network to the web server', () => {
  const { signal } = new AbortController();
  test.each([
    ['3.0', 'rtt-check'],
    ['2.7', 'api'],
  ] as const)('round trips of a server of %s go by %s', async (release, via) => {
    bbb.turn({ release, network: { roundTripMs: 60 } });
    const figures = await httpFigures(machine, bbb.url, signal);
    expect(figures?.via).toBe(via);
    expect(figures?.roundTripMs?.count).toBeGreaterThanOrEqual(8);
    expect(figures?.roundTripMs?.median).toBeGreaterThan(55);
    expect(figures?.roundTripMs?.median).toBeLessThan(90);
  });
  test('through a proxy they say so, and not how far away the proxy is', async () => {
    const proxy = await startHttpProxy();
    const proxies = createProxies({
      clock,
      variables: { all_proxy: proxy.url },
      openKeyring: undefined,
    });
    const url = bbb.url.replace(/localhost|127\.0\.0\.1/, 'bbb.example');
    const figures = await httpFigures({ ...machine, proxies }, url, signal);
    await proxy.stop();
    expect(figures).toMatchObject({ proxied: true });
    expect(figures?.roundTripMs?.count).toBeGreaterThanOrEqual(8);
    expect([figures?.dnsMs, figures?.connectMs]).toEqual([undefined, undefined]);
  });
  test('a server that is away has no figures, not figures of 0', async () => {
    expect(await httpFigures(machine, 'http://127.0.0.1:1', signal)).toBeUndefined();
  });
  test('a server at an address that is never asked has none', async () => {
    const figures = await httpFigures(machine, 'http://169.254.169.254', AbortSignal.timeout(2000));
    expect(figures).toBeUndefined();
  });
});
