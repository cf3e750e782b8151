/** Rooms and regular meetings in a document: what is valid, what the window gets, and where a member is led. */
import { describe, expect, test } from 'vitest';
import type { Copy, Link } from '../../../shared/coop/links.ts';
import { addressOf, textOf } from '../../../shared/coop/links.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import { viewRooms } from '../../../shared/coop/room-view.ts';
import { frame, read } from './written.ts';

const url = 'https://calls.example/hall';
const pad = { url: 'https://pads.example/a', kind: 'hedgedoc' };
const problemsOf = (more: object) =>
  read({ ...frame, ...more }).problems.map(({ path, code }) => `${path} ${code}`);
const inRoom = (more: object) => problemsOf({ rooms: [{ id: 'a', name: 'A', url, ...more }] });
const inMeeting = (more: object) =>
  problemsOf({ meetings: [{ id: 'a', name: 'A', pad, ...more }] });

test.each<[what: string, problems: readonly string[], expected: readonly string[]]>([
  ['a room with an address', inRoom({}), []],
  [
    'a room to call',
    inRoom({ url: undefined, phone: { number: '+1 555 0100', pin: '47 11#' } }),
    [],
  ],
  ['a room without a way in', inRoom({ url: undefined }), ['$.rooms[0] url-or-phone']],
  [
    'a room that runs code',
    inRoom({ url: 'javascript:alert(1)' }),
    ['$.rooms[0].url url-other-scheme'],
  ],
  [
    'a room with a password',
    inRoom({ url: 'https://a:b@calls.example/' }),
    ['$.rooms[0].url url-credentials'],
  ],
  ['an unknown kind', inRoom({ kind: 'jitzi' }), ['$.rooms[0].kind choice-near']],
  [
    'a number that dials more',
    inRoom({ phone: { number: '+1;ext=1' } }),
    ['$.rooms[0].phone.number phone'],
  ],
  [
    'a PIN in words',
    inRoom({ phone: { number: '123', pin: 'ask El' } }),
    ['$.rooms[0].phone.pin pin'],
  ],
  [
    'a PIN that nobody sees',
    inRoom({ phone: { number: '123', pin: '\u200b \u200b' } }),
    ['$.rooms[0].phone.pin pin'],
  ],
  [
    'a PIN of dashes',
    inRoom({ phone: { number: '123', pin: '--' } }),
    ['$.rooms[0].phone.pin pin'],
  ],
  [
    'presence over http',
    inRoom({ presence: 'http://a.example/' }),
    ['$.rooms[0].presence url-insecure'],
  ],
  ['41 rooms', problemsOf({ rooms: Array.from({ length: 41 }, () => 0) }), ['$.rooms too-many']],
  ['no rooms', problemsOf({ rooms: [] }), ['$.rooms empty']],
  ['no meetings', problemsOf({ meetings: [] }), ['$.meetings empty']],
  ['a meeting with a pad', inMeeting({}), []],
  [
    'a day in the host',
    inMeeting({ pad: { ...pad, url: 'https://{yyyy}.example/' } }),
    ['$.meetings[0].pad.url host-signs'],
  ],
  [
    'a pad of another kind',
    inMeeting({ pad: { ...pad, kind: 'word' } }),
    ['$.meetings[0].pad.kind choice'],
  ],
  [
    'a template over http',
    inMeeting({ template: { url: 'http://a.example/t' } }),
    ['$.meetings[0].template.url url-insecure'],
  ],
  [
    'two tokens of one text',
    inMeeting({ template: { url, tokens: { date: 'XXX', title: 'XXX' } } }),
    ['$.meetings[0].template.tokens tokens-differ'],
  ],
  [
    'a token that is in many words',
    inMeeting({ template: { url, tokens: { date: 'dd' } } }),
    ['$.meetings[0].template.tokens.date token-short'],
  ],
  [
    'a token that is another by default',
    inMeeting({ template: { url, tokens: { date: '{{title}}' } } }),
    ['$.meetings[0].template.tokens tokens-differ'],
  ],
  ['a match of neither kind', inMeeting({ match: 'A' }), ['$.meetings[0].match object']],
])('%s', (_what, problems, expected) => {
  expect(problems).toEqual(expected);
});

test('tokens that the document does not name have their usual text', () => {
  const { meetings } = read({
    ...frame,
    meetings: [{ id: 'a', name: 'A', pad, template: { url, tokens: { date: 'YYYY-MM-DD' } } }],
  });
  expect(meetings?.[0]?.template?.tokens).toEqual({
    date: 'YYYY-MM-DD',
    title: '{{title}}',
    room: '{{room}}',
  });
});

test('a number and a PIN have no blanks around them, invisible signs or not', () => {
  const phone = { number: '\u202a 555 0100\u202c', pin: '\u200b 4711 \u200b' };
  const { rooms } = read({ ...frame, rooms: [{ id: 'a', name: 'A', phone }] });
  expect(rooms?.[0]?.phone).toEqual({ number: '555 0100', pin: '4711' });
});

test('names are in the member’s language', () => {
  const rooms = [{ id: 'a', name: { en: 'Hall', fr: 'Salle' }, url }];
  const parsed = parseCoopDocument(JSON.stringify({ ...frame, rooms }), 'fr-CA');
  expect(parsed.ok && parsed.document.rooms?.[0]?.name).toBe('Salle');
});

const document = read({
  ...frame,
  services: [{ id: 'calls', name: 'Calls' }],
  echo: [{ id: 'ours', name: 'Ours', room: url }],
  rooms: [
    {
      id: 'hall',
      name: 'Town hall',
      kind: 'bigbluebutton',
      url,
      service: 'calls',
      echo: 'ours',
      phone: { number: '+1 555 0100', pin: '4711#' },
      presence: 'https://maple.example/rooms.json',
    },
    {
      id: 'guests',
      name: 'Guests',
      kind: 'jitsi',
      url: 'https://meet.example/Guests?jwt=ey.a.b',
      service: 'gone',
      echo: 'gone',
    },
    { id: 'bridge', name: 'Bridge', phone: { number: '(555) 0199' } },
    { id: 'hall', name: 'Another', url: 'https://x.example/' },
  ],
});

test('the window gets no address, only references that exist, and of two ids the first', () => {
  expect(viewRooms(document)).toEqual([
    {
      id: 'hall',
      name: 'Town hall',
      kind: 'bigbluebutton',
      host: 'calls.example',
      serviceId: 'calls',
      instanceId: 'ours',
      phone: { number: '+1 555 0100', pin: '4711#' },
      hasPresence: true,
    },
    {
      id: 'guests',
      name: 'Guests',
      kind: 'jitsi',
      host: 'meet.example',
    },
    { id: 'bridge', name: 'Bridge', kind: 'other', phone: { number: '(555) 0199' } },
  ]);
});

test.each<[what: string, room: object, instanceId: string | undefined]>([
  ['its own', { echo: 'other', service: 'site' }, 'other'],
  ['that of its service', { service: 'site' }, 'ours'],
  ['that of its service, if its own is not there', { echo: 'gone', service: 'site' }, 'ours'],
  ['none', {}, undefined],
])('a room is tested by %s', (_what, room, instanceId) => {
  const given = read({
    ...frame,
    echo: [
      { id: 'other', name: 'Other', room: url },
      { id: 'ours', name: 'Ours', room: url, service: 'site' },
    ],
    rooms: [{ id: 'a', name: 'A', url, ...room }],
  });
  expect(viewRooms(given)[0]?.instanceId).toBe(instanceId);
});

describe('a number', () => {
  test.each<[written: string, address: string]>([
    // Dialled from abroad, its 0 is left out (64characters/Telephone 542); no other number in brackets is.
    ['+49 (0) 123456789', 'tel:+49123456789'],
    ['+44(0)20 7946 0958', 'tel:+442079460958'],
    ['+44 (20) 3787 1234', 'tel:+442037871234'],
    ['+39 06 (0) 1234', 'tel:+390601234'],
    ['(0)20 7946 0958', 'tel:02079460958'],
    ['0044 (0)20 7946 0958', 'tel:00442079460958'],
    ['011 44 (0)20 7946 0958', 'tel:011442079460958'],
    ['+49/(0)30 1234', 'tel:+49301234'],
    // There it belongs to the number.
    ['+39 (0)6 1234567', 'tel:+39061234567'],
    ['0039(0)6 1234567', 'tel:0039061234567'],
    ['+378 (0)549 123456', 'tel:+3780549123456'],
    ['+225 (0)7 12 34 56 78', 'tel:+2250712345678'],
    ['+242 (0)6 123 4567', 'tel:+242061234567'],
    ['(000) 000-0000', 'tel:0000000000'],
    // As web pages and office programs have it (notifications-utils 1222, woocommerce 15205).
    ['+1\u00a0555\u20110100', 'tel:+15550100'],
    ['+33\u202f1\u202f23\u202f45', 'tel:+3312345'],
    ['555–0100', 'tel:5550100'],
    ['\u202a+1 555 0100\u202c', 'tel:+15550100'],
    ['(+1) 555 0100', 'tel:+15550100'],
  ])('written %s is dialled as %s', (number, address) => {
    const { rooms, problems } = read({
      ...frame,
      rooms: [{ id: 'a', name: 'A', phone: { number } }],
    });
    expect(problems).toEqual([]);
    expect(addressOf({ ...document, rooms: rooms ?? [] }, { roomId: 'a', which: 'phone' })).toBe(
      address,
    );
  });

  test.each(['+1;ext=1', '555 0100 ext 2', '1-800-COOP', '+', '5+55', '(+1', '+1 555 0100\n911'])(
    'is not %j',
    (number) => {
      expect(inRoom({ phone: { number } })).toEqual(['$.rooms[0].phone.number phone']);
    },
  );
});

describe('a room leads', () => {
  test.each<[Link, string | undefined]>([
    [{ roomId: 'hall', which: 'page' }, url],
    [{ roomId: 'guests', which: 'page' }, 'https://meet.example/Guests?jwt=ey.a.b'],
    [{ roomId: 'hall', which: 'phone' }, 'tel:+15550100'],
    [{ roomId: 'bridge', which: 'phone' }, 'tel:5550199'],
    [{ roomId: 'bridge', which: 'page' }, undefined],
    [{ roomId: 'guests', which: 'phone' }, undefined],
    [{ roomId: 'gone', which: 'page' }, undefined],
  ])('%j to %s', (link, address) => {
    expect(addressOf(document, link)).toBe(address);
  });

  test.each<[Copy, string | undefined]>([
    [{ roomId: 'hall', which: 'phone' }, '+1 555 0100'],
    [{ roomId: 'hall', which: 'pin' }, '4711#'],
    [{ roomId: 'guests', which: 'page' }, 'https://meet.example/Guests?jwt=ey.a.b'],
    [{ roomId: 'bridge', which: 'page' }, undefined],
    [{ roomId: 'bridge', which: 'pin' }, undefined],
    [{ roomId: 'gone', which: 'phone' }, undefined],
  ])('and %j is copied as %s', (copy, text) => {
    expect(textOf(document, copy)).toBe(text);
  });
});
