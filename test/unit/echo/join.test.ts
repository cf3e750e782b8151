/** A room's page that says anything at all: each lie has a name, in time, and no other place is gone to. */
import { describe, expect, test } from 'vitest';
import { EchoError } from '../../../main/features/echo/failed.ts';
import { refusalIn } from '../../../main/features/echo/refusals.ts';
import { createFindRoom } from '../../../main/features/echo/room.ts';
import type { PageEnd, RoomPage } from '../../../main/features/echo/room-page.ts';
import type { JoinedRoom } from '../../../main/features/echo/rooms.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import type { Net } from '../../../main/platform/net/index.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';

const address = 'https://calls.example/rooms/abc-def-ghi/join';
const call = 'https://calls.example/html5client/?sessionToken=abc123';
const link = 'https://calls.example/bigbluebutton/api/join?checksum=1';

type Script = Readonly<{
  /** What the page answers, one question after the other. */
  answers?: readonly unknown[];
  /** Where each load ends: an address, or a PageEnd. Addresses on the way to it may stand before. */
  places?: readonly (string | readonly string[])[];
}>;

const json = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) });
const open = json({ data: { require_authentication: 'false', viewer_access_code: 'false' } });
const linkTo = (joinUrl: string) => json({ data: { status: true, joinUrl } });
const entered = json({ response: { returncode: 'SUCCESS' } });

function fakePage({ answers = [], places = [] }: Script) {
  const asked: string[] = [];
  const allowed: string[] = [];
  const left = [...answers];
  const ways = [...places];
  let url = 'about:blank';
  let way: readonly string[] = [];
  let tell: (end: PageEnd) => void = () => undefined;
  const ended = new Promise<PageEnd>((resolve) => (tell = resolve));
  const page: RoomPage = {
    load: async (to) => {
      const next = ways.shift() ?? to;
      way = [next].flat();
      const place = way.at(-1) ?? to;
      if (place === 'crashed' || place === 'load-failed' || place === 'address-forbidden') {
        tell(place);
        throw new Error(place);
      }
      url = place;
      if (new URL(place).host === 'calls.example') return;
      tell('left');
      throw new Error('left');
    },
    url: () => url,
    way: () => way,
    evaluate: async (code) => {
      asked.push(code);
      const answer = left.shift();
      if (answer === 'silent') return new Promise(() => undefined);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    beside: async () => page,
    allow: (host) => void allowed.push(host),
    ended,
    close: async () => tell('closed'),
  };
  return { page, asked, allowed };
}

const there: Pick<Net, 'request'> = {
  request: async ({ url }) => ({ url, status: 200, headers: {}, body: '', timings: { total: 1 } }),
};

async function join(script: Script, to = address) {
  const clock = fakeClock();
  const fake = fakePage(script);
  const { signal } = new AbortController();
  const found = await createFindRoom({ clock, net: there as Net })(
    { kind: 'room', address: to },
    signal,
  );
  const joining = found
    .join({ name: 'Ana' }, { signal, open: () => fake.page, onServer: () => undefined })
    .catch((error: unknown) => (error instanceof EchoError ? error.failure.code : error));
  await clock.pass(6000);
  return { ...fake, outcome: await joining, timers: clock.timers() };
}

test('a room that is as it should be', async () => {
  const { outcome } = await join({
    answers: [open, linkTo(link), entered],
    places: [address, call],
  });
  expect(outcome).toMatchObject({
    host: 'calls.example',
    signallingUrl: 'wss://calls.example/bbb-webrtc-sfu?sessionToken=abc123',
    stunsUrl: 'https://calls.example/bigbluebutton/api/stuns?sessionToken=abc123',
  });
});

test.each([
  ['says nothing', ['silent'], 'page-failed'],
  ['throws', [new Error('no')], 'page-failed'],
  ['answers another type', [42], 'bad-answer'],
  ['answers without end', [{ status: 200, body: 'x'.repeat(100_000) }], 'bad-answer'],
  ['answers no JSON', [{ status: 200, body: '<html>' }], 'not-a-room'],
  ['has settings of another type', [json({ data: { viewer_access_code: [] } })], 'not-a-room'],
  ['fails', [json({}, 500)], 'page-failed'],
  ['gives a state of another type', [open, json({ data: { status: 'yes' } })], 'bad-answer'],
  ['gives no address', [open, linkTo('nonsense')], 'bad-answer'],
  ['gives a script', [open, linkTo('javascript:alert(1)')], 'bad-answer'],
  ['gives a file', [open, linkTo('file:///bigbluebutton/api/join')], 'bad-answer'],
  ['gives a link without TLS', [open, linkTo(link.replace('https', 'http'))], 'bad-answer'],
  ['gives another page', [open, linkTo('https://calls.example/elsewhere')], 'bad-answer'],
  [
    'gives an address that is never asked',
    [open, linkTo('https://169.254.169.254/bigbluebutton/api/join')],
    'bad-answer',
  ],
] as const)('a page that %s', async (_what, answers, code) => {
  const { outcome, allowed, timers } = await join({ answers, places: [address] });
  expect([outcome, allowed, timers]).toEqual([code, [], 0]);
});

test.each([
  ['crashes', 'crashed', 'page-failed'],
  ['does not load', 'load-failed', 'page-failed'],
  ['is at an address that is never asked', 'address-forbidden', 'unreachable'],
  ['goes elsewhere', 'https://elsewhere.example/', 'left-the-room'],
  [
    'goes elsewhere and says why',
    'https://elsewhere.example/?errors=[{"key":"maxParticipantsReached"}]',
    'room-full',
  ],
] as const)('a call that %s', async (_what, place, code) => {
  const { outcome } = await join({ answers: [open, linkTo(link)], places: [address, place] });
  expect(outcome).toBe(code);
});

const errors = (given: string) => `https://calls.example/?errors=${encodeURIComponent(given)}`;
const home = 'https://calls.example/b';

test.each([
  ['full', '[{"key":"maxParticipantsReached","message":"x"}]', 'room-full'],
  ['full, in a plain list', '[maxParticipantsReached]', 'room-full'],
  ['full, in a list of texts', '["maxParticipantsReached"]', 'room-full'],
  [
    'full, after a key that nobody knows',
    '[{"key":"x"},{"key":"maxParticipantsReached"}]',
    'room-full',
  ],
  ['ended', '[{"key":"meetingForciblyEnded"}]', 'ended'],
  ['ended, in other letters', '[{"key":"MeetingEnded"}]', 'ended'],
  ['closed to guests', '[{"key":"guestDeniedAccess"}]', 'guest-denied'],
  ['gone', '[{"key":"invalidMeetingIdentifier"}]', 'not-found'],
  ['not for this user', '[{"key":"notAllowed"}]', 'api-refused'],
])(
  'a room that is %s says so on the way, though the page ends elsewhere',
  async (_what, given, code) => {
    const { outcome, timers } = await join({
      answers: [open, linkTo(link)],
      places: [address, [errors(given), home]],
    });
    expect([outcome, timers]).toEqual([code, 0]);
  },
);

test('a link that somebody copied with the error of another day in it is no refusal', async () => {
  const clock = fakeClock();
  const fake = fakePage({ answers: [open, linkTo(link), entered], places: [[], call] });
  const { signal } = new AbortController();
  const find = createFindRoom({ clock, net: there as Net });
  const old = `${address}?errors=[{"key":"maxParticipantsReached"}]`;
  const found = await find({ kind: 'room', address: old }, signal);
  const joining = found.join(
    { name: 'Ana' },
    { signal, open: () => fake.page, onServer: () => undefined },
  );
  await clock.pass(6000);
  expect(await joining).toMatchObject({ host: 'calls.example' });
});

describe('a cluster, whose page comes from a server that all of it shares', () => {
  const shared = 'https://calls.example/bbb-01/html5client/?sessionToken=abc123';
  const signed = 'https://bbb-01.example/bigbluebutton/api/join?checksum=1';
  const second = 'https://bbb-02.example/bigbluebutton/api/join?checksum=1';
  const session = { response: { returncode: 'FAILED', messageKey: 'missingSession' } };
  const none = { status: 404, body: '<html>' };

  test.each([
    [
      'the server that signed the link',
      [json({ response: { returncode: 'SUCCESS' } })],
      [shared],
      'bbb-01.example',
    ],
    ['the server that a balancer handed over to', [entered], [second, shared], 'bbb-02.example'],
    ['the page’s own, when the signer knows no call', [none, entered], [shared], 'calls.example'],
    [
      'the page’s own, when the signer knows no such guest',
      [json(session), entered],
      [shared],
      'calls.example',
    ],
    [
      'the page’s own, when the signer lets nobody ask',
      [new Error('CORS'), entered],
      [shared],
      'calls.example',
    ],
    ['the signer, when nobody says anything', [none, none], [shared], 'bbb-01.example'],
  ] as const)('the call is with %s', async (_who, answers, way, host) => {
    const { outcome, asked } = await join({
      answers: [open, linkTo(signed), ...answers],
      places: [address, way],
    });
    expect(outcome).toMatchObject({
      host,
      signallingUrl: `wss://${host}/bbb-webrtc-sfu?sessionToken=abc123`,
      stunsUrl: `https://${host}/bigbluebutton/api/stuns?sessionToken=abc123`,
    });
    await (outcome as JoinedRoom).leave();
    expect(asked.at(-1)).toContain(
      `"https://${host}/bigbluebutton/api/signOut?sessionToken=abc123"`,
    );
  });

  test('a guest whom nobody knows is signed out where the first refused', async () => {
    const { outcome, asked } = await join({
      answers: [open, linkTo(signed), json(session), json(session)],
      places: [address, shared],
    });
    expect(outcome).toBe('api-refused');
    expect(asked.at(-1)).toContain('"https://bbb-01.example/bigbluebutton/api/signOut');
  });
});

describe('what stands below an address that looks like a room', () => {
  const lost = { data: [], errors: 'RecordNotFound' };
  const look = async (place: string, answers: readonly unknown[]) => {
    const { outcome, asked } = await join({ answers, places: [place] }, place);
    return { outcome, asked: /fetch\("([^"]*)"/.exec(asked.at(-1) ?? '')?.[1] };
  };

  test.each([
    ['/apps/bbb/b/Tk3nAbcd', ['other', { status: 404, body: '<html>' }], 'not-a-room'],
    ['/apps/bbb/b/Tk3nAbcd', ['other', json({ message: 'no' }, 404)], 'not-a-room'],
    ['/index.php/apps/bbb/b/Tk3nAbcd', ['other', { status: 200, body: '<html>' }], 'not-a-room'],
    ['/hotel/rooms/abc-def-ghi/join', [json({}, 403)], 'not-a-room'],
    ['/hotel/rooms/abc-def-ghi/join', [json([], 404)], 'not-a-room'],
    ['/rooms/abc-def-ghi/join', [json(lost, 404)], 'not-found'],
    ['/gl/rooms/abc-def-ghi/join', [json(lost, 404)], 'not-found'],
    ['/gl/rooms/abc-def-ghi/join', [json({ data: {}, errors: 'x' }, 403)], 'access-code-required'],
    ['/gl/rooms/abc-def-ghi/join', [{ status: 401, body: '' }], 'sign-in-required'],
    ['/gl/rooms/abc-def-ghi/join', [{ status: 502, body: '<html>' }], 'page-failed'],
  ] as const)('%s %j is %s', async (path, answers, code) => {
    const { outcome, asked } = await look(`https://calls.example${path}`, answers);
    const below = path.replace(/\/(b|rooms)\/.*/, '');
    expect([outcome, asked?.startsWith(`${below}/api/v1/rooms/`)]).toEqual([code, true]);
  });

  test('Greenlight below a path of its own is asked there', async () => {
    const place = 'https://calls.example/a/gl/rooms/abc-def-ghi/join';
    const { outcome, asked } = await join(
      { answers: [open, linkTo(link), entered], places: [place, call] },
      place,
    );
    expect(outcome).toMatchObject({ host: 'calls.example' });
    expect(asked[0]).toContain('"/a/gl/api/v1/rooms/abc-def-ghi/public.json"');
    expect(asked[1]).toContain('"/a/gl/api/v1/meetings/abc-def-ghi/status.json"');
  });
});

test.each([
  [{ returncode: 'FAILED', messageKey: 'missingSession' }, 'api-refused'],
  [{ returncode: 'FAILED', messageKey: 'maxParticipantsReached' }, 'room-full'],
  [{ returncode: 'SUCCESS', guestStatus: 'WAIT' }, 'waiting-for-moderator'],
  [{ returncode: 'SUCCESS', guestStatus: 'DENY' }, 'guest-denied'],
])('a guest who is not let in (%j) signs out again', async (response, code) => {
  const { outcome, asked } = await join({
    answers: [open, linkTo(link), json({ response })],
    places: [address, call],
  });
  expect(outcome).toBe(code);
  expect(asked.at(-1)).toContain('/bigbluebutton/api/signOut?sessionToken=abc123');
});

test.each([
  ['?errors=[{"key":"toString"}]', 'toString'],
  ['?errors=nonsense', 'none'],
  ['?errors=[]', 'none'],
  ['?errors=[{"key":"\u001b[2Jcall us"}]', 'none'],
  [`?errors=[{"key":"${'k'.repeat(500)}"}]`, 'none'],
])('a refusal that is not known is named, if it has the form of a name: %s', (query, key) => {
  expect(refusalIn(`https://calls.example/${query}`)).toMatchObject({
    code: 'api-refused',
    params: { key },
  });
});

test('a short link never leads to an address of the machine itself', async () => {
  const asked: string[] = [];
  const request: Net['request'] = async ({ url }) => {
    asked.push(url);
    const headers = { location: 'http://169.254.169.254/rooms/abc-def/join' };
    return { url, status: 302, headers, body: '', timings: { total: 1 } };
  };
  const find = createFindRoom({ clock: fakeClock(), net: { request } as Net });
  const target = { kind: 'room', address: 'http://go.example/calls' } as const;
  const finding = find(target, new AbortController().signal);
  await expect(finding).rejects.toMatchObject({
    failure: { code: 'unreachable', params: { reason: 'address-forbidden' } },
  });
  expect(asked).toEqual(['http://go.example/calls']);
});

test('a signed link is left to the page: asking it would be joining', async () => {
  const request: Net['request'] = async () => {
    throw new NetError(reason('refused'));
  };
  const find = createFindRoom({ clock: fakeClock(), net: { request } as Net });
  const found = await find({ kind: 'room', address: link }, new AbortController().signal);
  expect(found).toMatchObject({ address: link, host: 'calls.example' });
});
