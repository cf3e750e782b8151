/** Where the names of those who write come from: what the server tells along with their messages. */
import type { MatrixClient } from 'matrix-js-sdk';
import { expect, test } from 'vitest';
import { createRooms } from '../../../main/features/accounts/matrix/rooms.ts';
import { fakeClock } from '../clock.ts';

const by = (sender: string) => ({
  event_id: `$${sender}`,
  sender,
  type: 'm.room.message',
  content: { msgtype: 'm.text', body: 'Hello' },
  origin_server_ts: 1,
});
const member = (userId: unknown, displayname: unknown) => ({
  type: 'm.room.member',
  state_key: userId,
  content: { membership: 'join', displayname },
});

/** `synced`: what the SDK knows of the room; it gives the id where there is no name. */
function roomsOf(answer: object, synced: Readonly<Record<string, string>> = {}) {
  let requests = 0;
  const getMember = (id: string) => (id in synced ? { rawDisplayName: synced[id] } : null);
  const client = {
    http: {
      authedRequest: () => {
        requests += 1;
        return Promise.resolve(answer);
      },
    },
    getRoom: () => ({ getMember }),
  };
  const rooms = createRooms(fakeClock(), () => client as unknown as MatrixClient);
  const names = async () => (await rooms.recent('!r')).events.map(({ senderName }) => senderName);
  return { names, requests: () => requests };
}

test('names come with the messages, without a request for each person', async () => {
  const senders = ['@el:coop', '@sam:coop', '@ana:coop'];
  const state = [member('@el:coop', 'El'), member('@ana:coop', 'Ana')];
  const { names, requests } = roomsOf({ chunk: senders.map(by), state });
  expect(await names()).toEqual(['El', undefined, 'Ana']);
  expect(requests()).toBe(1);
});

test('or from what was synced of the room; the answer is newer', async () => {
  const chunk = ['@el:coop', '@sam:coop', '@ana:coop'].map(by);
  const synced = { '@el:coop': 'Old', '@sam:coop': 'Sam', '@ana:coop': '@ana:coop' };
  const { names } = roomsOf({ chunk, state: [member('@el:coop', 'El')] }, synced);
  expect(await names()).toEqual(['El', 'Sam', undefined]);
});

test.each([
  ['no list', 'El'],
  ['odd entries', [null, 7, {}, member(7, 'El'), member('@el:coop', 7), member('@el:coop', '')]],
  ['a state of another type', [{ ...member('@el:coop', 'El'), type: 'm.room.topic' }]],
])('%s costs no message', async (_what, state) => {
  const { names } = roomsOf({ chunk: [by('@el:coop')], state });
  expect(await names()).toEqual([undefined]);
});

test('a name of any length is cut', async () => {
  const state = [member('@el:coop', 'x'.repeat(60_000))];
  const [name] = await roomsOf({ chunk: [by('@el:coop')], state }).names();
  expect(name).toHaveLength(255);
});
