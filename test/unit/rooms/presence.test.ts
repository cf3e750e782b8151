/** Who is in a room: only what a co-op publishes, and only while it says something about now. */
import { expect, test } from 'vitest';
import { createPresences } from '../../../main/features/rooms/index.ts';
import { createReadPresence } from '../../../main/features/rooms/request.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import type { Answer, Request } from '../../../main/platform/net/request.ts';
import type { Room } from '../../../shared/coop/rooms.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { Presence } from '../../../shared/rooms/presence.ts';
import {
  freshMs,
  isFresh,
  presenceLimitBytes,
  readPresence,
} from '../../../shared/rooms/presence.ts';
import { fakeClock } from '../clock.ts';

const atUtc = '2026-12-01T15:04:00Z';
const atUtcMs = Date.UTC(2026, 11, 1, 15, 4);
const one = { room: 'hall', running: true, participants: 3, atUtc };
const hall: Presence = { roomId: 'hall', participants: 3, atUtcMs };

test.each<[what: string, json: unknown, read: readonly Presence[] | undefined]>([
  ['one room', one, [hall]],
  [
    'a list',
    [one, { ...one, room: 'guests', participants: 0, running: false }],
    [hall, { roomId: 'guests', participants: 0, atUtcMs }],
  ],
  ['an empty call', { ...one, participants: 0 }, [{ ...hall, participants: 0 }]],
  ['an offset', { ...one, atUtc: '2026-12-01T10:04:00-05:00' }, [hall]],
  // PostgreSQL’s (moment 1357, arrow 307, dayjs 1205).
  ['hours alone as the offset', { ...one, atUtc: '2026-12-01 15:04:00+00' }, [hall]],
  [
    'an offset west of it',
    { ...one, atUtc: '2026-12-01 10:04:00.5-05' },
    [{ ...hall, atUtcMs: atUtcMs + 500 }],
  ],
  ['no zone', { ...one, atUtc: '2026-12-01T15:04:00' }, [hall]],
  ['more than is known', { ...one, names: ['El'] }, [hall]],
  [
    'the same room twice: the newest',
    [one, { ...one, atUtc: '2026-12-01T15:05:00Z', participants: 4 }, one],
    [{ ...hall, participants: 4, atUtcMs: atUtcMs + 60_000 }],
  ],
  ['people in a call that is over', { ...one, running: false }, undefined],
  ['the same in a list', [{ ...one, running: false }, one], [hall]],
  ['no time', [{ ...one, atUtc: undefined }], []],
  ['a time that is none', [{ ...one, atUtc: 'now' }], []],
  ['30 February', [{ ...one, atUtc: '2026-02-30T00:00:00Z' }], []],
  ['a number in quotes', [{ ...one, participants: '3' }], []],
  ['half a person', [{ ...one, participants: 2.5 }], []],
  ['fewer than none', [{ ...one, participants: -1 }], []],
  ['an id that is none', [{ ...one, room: '../hall' }], []],
  ['nothing', [], []],
  ['an error', { error: 'no' }, undefined],
  ['a text', 'down', undefined],
  ['null', null, undefined],
])('a file with %s', (_what, json, read) => {
  expect(readPresence(JSON.stringify(json))).toEqual(read);
});

test.each([
  ['a page', '<!doctype html>'],
  ['nothing', ''],
  ['half of it', JSON.stringify([one]).slice(0, -5)],
  ['deep lists', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
  ['a flood of values', `[${'1,'.repeat(30_000)}1]`],
])('no file: %s', (_what, text) => {
  expect(readPresence(text)).toBeUndefined();
});

test('a byte order mark does not matter', () => {
  expect(readPresence(`\uFEFF${JSON.stringify(one)}`)).toEqual([hall]);
});

test.each([
  [0, true],
  [freshMs, true],
  [freshMs + 1, false],
  [-60_000, true],
  [-3 * 60_000, false],
])('a count of %d ms ago is shown: %j', (agoMs, is) => {
  expect(isFresh(hall, atUtcMs + agoMs)).toBe(is);
});

const file = 'https://maple.example/rooms.json';
const room = (id: string, presence?: string): Room => ({
  id,
  name: id,
  kind: 'other',
  url: `https://calls.example/${id}`,
  ...(presence === undefined ? {} : { presence }),
});

function world(answers: Readonly<Record<string, readonly Presence[] | undefined>>) {
  const clock = fakeClock();
  const asked: string[] = [];
  const presences = createPresences({
    clock,
    read: async (url) => {
      asked.push(url);
      if (!(url in answers)) throw new Error('over');
      return answers[url];
    },
  });
  return { clock, asked, presences };
}

test('a file is read once for all rooms that name it, and rooms without one are left alone', async () => {
  const guests = { ...hall, roomId: 'guests' };
  const { asked, presences } = world({ [file]: [hall, guests, { ...hall, roomId: 'other' }] });
  presences.setRooms([room('hall', file), room('guests', file), room('quiet')]);
  expect(await presences.read()).toEqual([hall, guests]);
  expect(asked).toEqual([file]);
});

test('a page that is opened again and again does not ask each time', async () => {
  const { clock, asked, presences } = world({ [file]: [hall] });
  presences.setRooms([room('hall', file)]);
  await Promise.all([presences.read(), presences.read()]);
  await clock.pass(19_000);
  await presences.read();
  expect(asked).toHaveLength(1);
  await clock.pass(2000);
  expect(await presences.read()).toEqual([hall]);
  expect(asked).toHaveLength(2);
});

test('a file that cannot be read costs only its own rooms, and an address that has changed is asked', async () => {
  const { asked, presences } = world({ [file]: undefined, 'https://b.example/': [hall] });
  presences.setRooms([
    room('a', file),
    room('b', 'https://gone.example/'),
    room('hall', 'https://b.example/'),
  ]);
  expect(await presences.read()).toEqual([hall]);
  presences.setRooms([room('hall', file)]);
  expect(await presences.read()).toEqual([]);
  expect(asked).toHaveLength(3);
});

test('without rooms nothing is asked', async () => {
  const { asked, presences } = world({});
  expect(await presences.read()).toEqual([]);
  expect(asked).toEqual([]);
});

const answered = (answer: Partial<Answer> | Error) => {
  const requests: Request[] = [];
  const read = createReadPresence({
    request: async (request) => {
      requests.push(request);
      if (answer instanceof Error) throw answer;
      return { url: request.url, status: 200, headers: {}, body: '', timings: {}, ...answer };
    },
  });
  return { requests, read: (signal = new AbortController().signal) => read(file, signal) };
};

test.each<[string, Partial<Answer> | Error, unknown]>([
  ['a file', { body: JSON.stringify(one) }, [hall]],
  ['a page', { body: '<html>' }, undefined],
  ['a fault with a file in it', { status: 500, body: JSON.stringify(one) }, undefined],
  ['100 MB', new NetError(reason('body-too-large')), undefined],
  ['nothing in time', new NetError(reason('timeout')), undefined],
])('an answer: %s', async (_what, answer, expected) => {
  const { read, requests } = answered(answer);
  expect(await read()).toEqual(expected);
  expect(requests[0]).toMatchObject({ bodyBytes: presenceLimitBytes, trust: 'system' });
});
