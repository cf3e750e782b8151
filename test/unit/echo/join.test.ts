/** A room's page with arbitrary answers: each wrong one has its error, in time, and no other host is visited. */
import { expect, test } from 'vitest';
import { refusalIn } from '../../../main/features/echo/refusals.ts';
import { createFindRoom } from '../../../main/features/echo/room.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import type { Net } from '../../../main/platform/net/index.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';
import {
  address,
  call,
  entered,
  fakePage,
  join,
  json,
  link,
  linkTo,
  open,
  there,
} from './room-page.ts';

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
