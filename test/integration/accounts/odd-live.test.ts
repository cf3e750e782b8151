/** Live events of a followed room: an invalid event does not affect others in the same response. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import { eventually } from '../../desktop/wait.ts';
import { join, member, password, staff } from '../../matrix/people.ts';
import type { MatrixStandIn } from '../../servers/matrix/index.ts';
import { startMatrix } from '../../servers/matrix/index.ts';

let server: MatrixStandIn;
let sam: Awaited<ReturnType<typeof staff>>;
let roomId: string;
const ana = member();
const heard: RoomEvent[] = [];
const warnings: string[] = [];
const note = ({ name }: Error) => void warnings.push(name);

beforeAll(async () => {
  process.on('warning', note);
  server = await startMatrix();
  sam = await staff(server, 'sam');
  roomId = await sam.createRoom();
  await join(server, await server.register('ana', password), roomId);
  await ana.signIn({ baseUrl: server.url, by: { user: 'ana', password } });
  await ana.follow([roomId], (event) => heard.push(event));
  const first = await say();
  await eventually('the first', () => heard.some(({ eventId }) => eventId === first) || undefined);
});
afterAll(async () => {
  process.off('warning', note);
  ana.dispose();
  await server.close();
});

/** Sends a state event, since the server limits the rate of messages. */
const say = async () => {
  const path = `v3/rooms/${encodeURIComponent(roomId)}/state/coop.tray.policy/`;
  return String((await sam.ask('PUT', path, {}))['event_id']);
};

const hello = { msgtype: 'm.text', body: 'Hello' };
const related = (relation: unknown) => ({ content: { ...hello, 'm.relates_to': relation } });
const state = (type: string, content: unknown) => ({ type, state_key: '', content });

test.each<[string, object]>([
  ['a relation of text', related('x')],
  ['a relation of nothing', related(null)],
  ['a relation of no kind', related({ rel_type: 7, event_id: '$1' })],
  ['a thread of nothing', related({ rel_type: 'm.thread', event_id: 7 })],
  ['a thread without a root', related({ rel_type: 'm.thread', event_id: '$nowhere' })],
  ['an edit of nothing', related({ rel_type: 'm.replace', event_id: null })],
  ['an edit of nowhere', related({ rel_type: 'm.replace', event_id: '$nowhere' })],
  ['an answer to nothing', related({ 'm.in_reply_to': null })],
  ['words that are none', { content: { msgtype: {}, body: {} } }],
  ['mentions that are none', { content: { ...hello, 'm.mentions': 7 } }],
  ['mentions of nobody', { content: { ...hello, 'm.mentions': { user_ids: 7 } } }],
  ['content of text', { content: 'Hello' }],
  ['content of nothing', { content: null }],
  ['content that is absent', { content: undefined }],
  ['a list of content', { content: [7] }],
  ['a sender that is none', { sender: 7 }],
  ['no sender', { sender: undefined }],
  ['no id', { event_id: undefined }],
  ['an id that is none', { event_id: 7 }],
  ['a moment that is none', { origin_server_ts: 'noon' }],
  ['a moment that cannot be', { origin_server_ts: 1e300 }],
  ['odd news of itself', { unsigned: 7 }],
  ['odd relations of others', { unsigned: { 'm.relations': 7 } }],
  ['an odd edit', { unsigned: { 'm.relations': { 'm.replace': { content: 7 } } } }],
  ['an edit of nobody', { unsigned: { 'm.relations': { 'm.replace': { content: hello } } } }],
  ['an odd removal', { unsigned: { redacted_because: 7 } }],
  ['a removal of nobody', { unsigned: { redacted_because: {} } }],
  ['an odd thread', { unsigned: { 'm.relations': { 'm.thread': { latest_event: 7 } } } }],
  ['odd stickiness', { msc4354_sticky: { duration_ms: 'x' } }],
  ['a reaction to nothing', { type: 'm.reaction', content: { 'm.relates_to': null } }],
  ['a reaction of text', { type: 'm.reaction', content: { 'm.relates_to': 'x' } }],
  ['a removal of a number', { type: 'm.room.redaction', content: { redacts: 7 }, redacts: 7 }],
  ['a removal of nothing', { type: 'm.room.redaction', content: null }],
  ['powers of nobody', state('m.room.power_levels', { users: 7 })],
  ['powers of nothing', state('m.room.power_levels', null)],
  ['odd powers', state('m.room.power_levels', { users: { '@sam:localhost': {} }, events: 7 })],
  ['a membership that is none', state('m.room.member', { membership: 7 })],
  ['a membership of nothing', state('m.room.member', null)],
  ['an odd name', state('m.room.member', { membership: 'join', displayname: {}, avatar_url: 7 })],
  ['an encryption of nothing', state('m.room.encryption', null)],
])('%s', async (what, odd) => {
  const before = { ...hello, body: `before ${what}` };
  const base = { sender: '@sam:localhost', type: 'm.room.message', origin_server_ts: 1 };
  const planted = [
    { ...base, event_id: `$before ${what}`, content: before },
    { ...base, event_id: `$odd ${what}`, content: hello, ...odd },
  ];
  server.plant(roomId, planted);
  const after = await say();
  const has = (id: string) => heard.some(({ eventId }) => eventId === id) || undefined;
  await eventually('what came after it', () => has(after), 3000);
  expect(has(`$before ${what}`)).toBe(true);
});

test('no odd time of them sets a timer that never rests', () => {
  expect(warnings).not.toContain('TimeoutNaNWarning');
});
