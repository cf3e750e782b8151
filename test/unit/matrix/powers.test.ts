import { describe, expect, test } from 'vitest';
import { toRoomEvent } from '../../../main/features/accounts/matrix/rooms.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import { levelIn, levelsAt, powerIn } from '../../../shared/matrix/powers.ts';

const sam = '@sam:coop';
const ana = '@ana:coop';
const made = (version: unknown, more: object = {}) => ({
  sender: sam,
  content: { room_version: version, ...more },
});

describe('the power of', () => {
  test.each<[string, Parameters<typeof powerIn>[0], unknown, number, number]>([
    ['the creator of a room of version 12', made('12'), { users: {} }, Infinity, 0],
    ['one of a later version', made('13'), { users: {}, users_default: 7 }, Infinity, 7],
    ['one of the version before it was named', made('org.matrix.hydra.11'), {}, Infinity, 0],
    [
      'more creators',
      made('12', { additional_creators: [7, ana] }),
      { users: {} },
      Infinity,
      Infinity,
    ],
    ['creators in an odd list', made('12', { additional_creators: ana }), {}, Infinity, 0],
    ['a creator whom a list names all the same', made('12'), { users: { [sam]: 0 } }, Infinity, 0],
    ['a creator in a room without a list', made('12'), undefined, Infinity, 0],
    ['the creator of an older room', made('11'), { users: {} }, 0, 0],
    [
      'more creators, of whom older rooms know nothing',
      made('11', { additional_creators: [ana] }),
      {},
      0,
      0,
    ],
    ['a version of somebody’s own', made('coop.example.99'), {}, 0, 0],
    ['who made an older room without a list', made('10'), undefined, 100, 0],
    ['who made a room of no version', made(undefined), undefined, 100, 0],
    [
      'who made it, where only the content is told',
      { content: { creator: sam, room_version: '6' } },
      undefined,
      100,
      0,
    ],
    ['nobody known', { content: undefined }, undefined, 0, 0],
    ['those in a list of no kind', made('10'), 'hello', 0, 0],
  ])('%s', (_what, creation, levels, ofSam, ofAna) => {
    expect([powerIn(creation, levels, sam), powerIn(creation, levels, ana)]).toEqual([
      ofSam,
      ofAna,
    ]);
  });

  test.each<[string, unknown, number]>([
    ['a number', 50, 50],
    ['a number below zero', -1, -1],
    ['text', '50', 50],
    ['text with blanks and a sign', ' +50 ', 50],
    ['no number', 'moderator', 5],
    ['nothing', null, 5],
    ['a list', [100], 5],
    ['yes', true, 5],
    ['a number of another notation', '0x64', 5],
    ['one that never ends', '9'.repeat(400), 5],
  ])('somebody whose level is %s', (_what, level, wanted) => {
    expect(levelIn({ users: { [sam]: level, [ana]: '100' }, users_default: '5' }, sam)).toBe(
      wanted,
    );
    expect(levelIn({ users: { [sam]: level, [ana]: '100' } }, ana)).toBe(100);
  });

  test('a name that every object has', () => {
    expect(levelIn({ users: {} }, 'constructor')).toBe(0);
  });
});

describe('the list that held at each event', () => {
  const some = { eventId: '$1', roomId: '!r', sender: sam, sentUtcMs: 1 };
  const say: RoomEvent = { ...some, type: 'm.room.message', content: {} };
  const set = (content: RoomEvent['content'], before?: RoomEvent['content']): RoomEvent => ({
    ...some,
    type: 'm.room.power_levels',
    stateKey: '',
    content,
    ...(before ? { before } : {}),
  });
  test.each<[string, readonly RoomEvent[], readonly unknown[]]>([
    ['none changes it', [say, say], [undefined, undefined]],
    ['one changes it', [say, set({ a: 2 }, { a: 1 }), say], [{ a: 1 }, { a: 2 }, { a: 2 }]],
    ['the first one', [say, set({ a: 1 }), say], [{ a: 1 }, { a: 1 }, { a: 1 }]],
    [
      'two change it',
      [set({ a: 2 }, { a: 1 }), say, set({ a: 3 }, { a: 2 })],
      [{ a: 2 }, { a: 2 }, { a: 3 }],
    ],
    [
      'one looks like it, and is no state',
      [say, { ...some, type: 'm.room.power_levels', content: { a: 9 } }],
      [undefined, undefined],
    ],
  ])('where %s', (_what, events, wanted) => {
    expect(levelsAt(events)).toEqual(wanted);
  });
});

test('what a state has replaced is read where the server tells it', () => {
  const raw = {
    event_id: '$1',
    sender: sam,
    type: 'm.room.power_levels',
    state_key: '',
    content: { users: {} },
    origin_server_ts: 1,
  };
  const before = { users: { [ana]: 50 } };
  const read = (unsigned: object) => toRoomEvent('!r', { ...raw, unsigned }, () => undefined);
  expect(read({ prev_content: before })?.before).toEqual(before);
  expect(read({ prev_content: 7 })).not.toHaveProperty('before');
});
