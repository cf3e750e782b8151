/** Entries of a room that are not readable events: what may be lost with them is counted. */
import type { MatrixClient } from 'matrix-js-sdk';
import { expect, test } from 'vitest';
import { createRooms } from '../../../main/features/accounts/matrix/rooms.ts';
import { fakeClock } from '../clock.ts';

const message = {
  event_id: '$1',
  sender: '@sam:coop',
  type: 'm.room.message',
  content: { msgtype: 'm.text', body: 'Hello' },
  origin_server_ts: 1,
};
const odd = { sender: 7 };

const roomsOf = (chunk: readonly unknown[]) => {
  const http = { authedRequest: () => Promise.resolve({ chunk }) };
  return createRooms(fakeClock(), () => ({ http, getRoom: () => null }) as unknown as MatrixClient);
};

test.each<[string, number, unknown]>([
  ['nothing', 1, null],
  ['a number', 1, 7],
  ['a list', 1, []],
  ['an empty entry', 1, {}],
  ['an entry of no type', 1, { ...message, type: 7 }],
  ['a message without an id', 1, { ...message, event_id: undefined }],
  ['a message of nobody', 1, { ...message, ...odd }],
  ['a message whose content is none', 1, { ...message, content: 'Hello' }],
  ['a message without content', 1, { ...message, content: undefined }],
  ['a message of a moment that cannot be', 1, { ...message, origin_server_ts: 1e300 }],
  ['a message of no moment', 1, { ...message, origin_server_ts: 'noon' }],
  ['a report of nobody', 1, { ...message, ...odd, type: 'coop.tray.status' }],
  ['a message that was taken back', 0, { ...message, ...odd, content: {} }],
  [
    'one whose removal stands beside it',
    0,
    { ...message, ...odd, unsigned: { redacted_because: { event_id: '$2' } } },
  ],
  ['a reaction', 0, { ...message, ...odd, type: 'm.reaction' }],
  ['a removal', 0, { ...message, ...odd, type: 'm.room.redaction' }],
  ['what is encrypted', 0, { ...message, ...odd, type: 'm.room.encrypted' }],
  ['who came', 0, { ...message, ...odd, type: 'm.room.member', state_key: '@sam:coop' }],
  ['a state of a message’s type', 0, { ...message, ...odd, state_key: '' }],
  ['a type of somebody’s own', 0, { ...message, ...odd, type: 'org.example.game' }],
])('%s counts for %i, and costs no other', async (_what, unreadable, entry) => {
  const rooms = roomsOf([entry, message]);
  const wanted = { events: [{ eventId: '$1', sentUtcMs: 1 }], unreadable };
  expect(await rooms.recent('!r')).toMatchObject(wanted);
  expect(await rooms.relations('!r', '$0', 'm.thread')).toMatchObject(wanted);
});
