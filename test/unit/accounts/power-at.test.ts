/** Power levels at the time of an event, from the server's state of the room at that event. */
import type { MatrixClient } from 'matrix-js-sdk';
import { expect, test } from 'vitest';
import { createPowers } from '../../../main/features/accounts/matrix/powers.ts';
import { fakeClock } from '../clock.ts';

const [sam, max, eve] = ['@sam:coop', '@max:coop', '@eve:coop'];
type Json = Readonly<Record<string, unknown>>;

const made = (version: string, more: Json = {}) => ({
  type: 'm.room.create',
  state_key: '',
  sender: sam,
  content: { room_version: version, ...more },
});
const levels = (users: Json) => ({
  type: 'm.room.power_levels',
  state_key: '',
  sender: sam,
  content: { users },
});
const topic = { type: 'm.room.topic', state_key: '', sender: sam, content: { topic: 'x' } };
const refused = (httpStatus: number, errcode?: string) =>
  Promise.reject(Object.assign(new Error('refused'), { httpStatus, errcode }));

/** `now` is the room's current state, used for everything that is not about an event. */
function server(context: () => unknown, now: readonly (Json & { type: string })[]) {
  const asked: string[] = [];
  const authedRequest = (_method: string, path: string, query: Json) => {
    asked.push(path);
    if (path.includes('/context/')) return Promise.resolve(context());
    const event = now.find(({ type }) => path.includes(type));
    if (!event) return refused(404, 'M_NOT_FOUND');
    return Promise.resolve(query['format'] === 'event' ? event : event['content']);
  };
  const client = { http: { authedRequest } } as unknown as MatrixClient;
  return { asked, powers: createPowers(fakeClock(), () => client) };
}
const powerAt = (context: () => unknown, now: readonly (Json & { type: string })[], sender = eve) =>
  server(context, now).powers.powerAt({ roomId: '!room', eventId: '$mark', sender });
const at = (...state: readonly unknown[]) => ({ events_after: [], state });
const more = { additional_creators: [max] };

test.each<[string, string, unknown, readonly (Json & { type: string })[], number]>([
  ['somebody demoted later', eve, at(made('11'), levels({ [eve]: 50 })), [levels({})], 50],
  ['somebody promoted later', eve, at(made('11'), levels({})), [levels({ [eve]: 100 })], 0],
  ['who made a newer room', sam, at(made('12'), levels({})), [], Infinity],
  ['one of more who made it', max, at(made('12', more), levels({})), [], Infinity],
  ['one of more, in an older room', max, at(made('11', more), levels({})), [], 0],
  ['who made a room, before its first list', sam, at(made('11')), [levels({ [sam]: 0 })], 100],
  ['others before its first list', eve, at(made('11')), [levels({ [eve]: 100 })], 0],
  ['somebody in a list of text', eve, at(made('10'), levels({ [eve]: '50' })), [], 50],
  [
    'somebody among state that nobody asked for, and odd entries',
    eve,
    { state: [null, 7, topic, { type: 'm.room.create' }, levels({ [eve]: 50 }), made('11')] },
    [],
    50,
  ],
])('%s has what they had then', async (_what, sender, context, now, wanted) => {
  await expect(powerAt(() => context, now, sender)).resolves.toBe(wanted);
});

const then = [made('11'), levels({ [eve]: 100 })] as const;
test.each<[string, () => unknown]>([
  ['does not know the event', () => refused(404, 'M_NOT_FOUND')],
  ['does not let the member see it', () => refused(403, 'M_FORBIDDEN')],
  ['does not know the question', () => refused(404, 'M_UNRECOGNIZED')],
  ['takes the question for odd', () => refused(400, 'M_INVALID_PARAM')],
  ['says too much', () => refused(413, 'M_TOO_LARGE')],
  ['says nothing', () => undefined],
  ['names no state', () => ({ events_after: [] })],
  ['leaves out who made the room', () => at(levels({}))],
  ['leaves out all of it', () => at()],
  ['tells the state after later events', () => ({ ...at(...then), events_after: [levels({})] })],
])('where a server %s, what holds now counts', async (_what, context) => {
  const now = [made('11'), levels({ [eve]: 50 })];
  await expect(powerAt(context, now)).resolves.toBe(50);
});

test.each([
  ['is away', 502, undefined, 'unreachable'],
  ['is signed out of', 401, 'M_UNKNOWN_TOKEN', 'signed-out'],
  ['has locked the account', 401, 'M_USER_LOCKED', 'locked'],
])('a server that %s is asked again, and nothing is taken for granted', async (...row) => {
  const [, status, code, fault] = row;
  const now = [made('11'), levels({ [eve]: 50 })];
  await expect(powerAt(() => refused(status, code), now)).rejects.toMatchObject({ fault });
});

test('one question is enough, and asks for no more than it needs', async () => {
  const { asked, powers } = server(() => at(made('12'), levels({})), []);
  await powers.powerAt({ roomId: '!room', eventId: '$mark', sender: eve });
  expect(asked).toEqual(['/rooms/!room/context/%24mark']);
});
