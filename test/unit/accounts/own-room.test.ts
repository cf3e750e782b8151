/** The member's own room with the staff, from the account data of their devices. */
import type { MatrixClient } from 'matrix-js-sdk';
import { expect, test } from 'vitest';
import { createPlaces } from '../../../main/features/accounts/matrix/places.ts';
import { fakeClock } from '../clock.ts';

const own = { key: '@sam:coop', name: 'Ana and the staff', invite: ['@sam:coop'] };
const there = '!there:coop';

/** `data` is the account data; the member is in every room. */
async function ownRoom(data: unknown) {
  const put: unknown[] = [];
  const answers = (method: string, path: string, body: unknown) => {
    if (path === '/joined_rooms') return { joined_rooms: [there, '!new:coop'] };
    if (path === '/createRoom') return { room_id: '!new:coop' };
    if (method === 'PUT') put.push(body);
    return method === 'PUT' ? {} : data;
  };
  const client = {
    getSafeUserId: () => '@ana:coop',
    http: {
      authedRequest: (method: string, path: string, _query: unknown, body: unknown) =>
        Promise.resolve(answers(method, path, body)),
    },
  };
  const places = createPlaces(fakeClock(), () => client as unknown as MatrixClient);
  return [await places.ownRoom(own), put];
}

test.each<[string, unknown]>([
  ['alone', { rooms: { '@sam:coop': there } }],
  ['beside odd entries', { rooms: { '@lou:coop': 7, '@sam:coop': there, x: null } }],
  ['beside what another version keeps', { rooms: { '@sam:coop': there }, more: 1 }],
])('is the one that is written down, %s', async (_what, data) => {
  expect(await ownRoom(data)).toEqual([there, []]);
});

test.each<[string, unknown, object]>([
  ['nothing', undefined, { rooms: {} }],
  ['a text', 'x', { rooms: {} }],
  ['rooms that are none', { rooms: 7, more: 1 }, { rooms: {}, more: 1 }],
  ['another’s, and an odd one', { rooms: { x: there, y: 7 } }, { rooms: { x: there, y: 7 } }],
  ['an odd one', { rooms: { '@sam:coop': 7, x: there } }, { rooms: { x: there } }],
  ['one that is no id', { rooms: { '@sam:coop': '#a:coop' } }, { rooms: {} }],
])('is made where %s is written down, which loses nothing else', async (_what, data, kept) => {
  const { rooms, ...more } = kept as { rooms: object };
  const wanted = { ...more, rooms: { ...rooms, '@sam:coop': '!new:coop' } };
  expect(await ownRoom(data)).toEqual(['!new:coop', [wanted]]);
});
