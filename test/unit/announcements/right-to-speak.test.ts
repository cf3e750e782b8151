/** Permission to speak for the co-op changes; messages and later edits are judged by when they were sent. */
import { expect, test } from 'vitest';
import { createAnnouncements } from '../../../main/features/announcements/index.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import { fakeClock } from '../clock.ts';

const startUtcMs = Date.UTC(2026, 10, 24, 14);
const [sam, max] = ['@sam:coop', '@max:coop'];
let number = 0;
const event = (sender: string, type: string, content: object, more: object = {}): RoomEvent => {
  number += 1;
  return {
    eventId: `$${number}`,
    roomId: '!news',
    sender,
    type,
    content: content as RoomEvent['content'],
    sentUtcMs: startUtcMs - 100_000 + number,
    ...more,
  };
};
const say = (body: string, more: object = {}, sender = sam) =>
  event(sender, 'm.room.message', { msgtype: 'm.text', body }, more);
const edit = (of: RoomEvent, body: string, sender = sam) =>
  event(sender, 'm.room.message', {
    msgtype: 'm.text',
    body: `* ${body}`,
    'm.new_content': { body },
    'm.relates_to': { rel_type: 'm.replace', event_id: of.eventId },
  });
/** Sam has one of the levels 0 and 50, and had the other before. */
const levels = (ofSam: number, more: object = {}) =>
  event(
    max,
    'm.room.power_levels',
    { users: { [sam]: ofSam } },
    {
      stateKey: '',
      before: { users: { [sam]: 50 - ofSam } },
      ...more,
    },
  );

/** `power` is Sam's current power level on the server. */
async function read(power: number, events: readonly RoomEvent[], live: readonly RoomEvent[] = []) {
  const clock = fakeClock(startUtcMs);
  const asked: string[] = [];
  const announcements = createAnnouncements({
    isClockProven: () => true,
    clock,
    file: { load: () => Promise.resolve(undefined), save: () => undefined },
    reader: () => ({
      userId: '@ana:coop',
      find: () => Promise.resolve('!news'),
      enter: () => Promise.resolve('!news'),
      recent: () => Promise.resolve({ events: events.toReversed(), unreadable: 0 }),
      powerOf: (_room, userId) => {
        asked.push(userId);
        return Promise.resolve(userId === sam ? power : 0);
      },
    }),
    onNews: () => undefined,
    onChange: () => undefined,
  });
  announcements.setRoom('#news:coop');
  await announcements.restore();
  await clock.pass(0);
  for (const one of live) announcements.hear(one);
  await clock.pass(0);
  await clock.pass(0);
  const texts = announcements.state().announcements.map(({ text }) => text);
  return { asked, texts: texts.toReversed() };
}

const first = say('Meeting at 3');
const evil = 'Pay at evil.example';
const bundled = { edit: { 'm.new_content': { body: evil } } };

test.each<[string, number, readonly RoomEvent[], readonly string[]]>([
  ['what was said before a demotion stays', 0, [first, levels(0)], ['Meeting at 3']],
  ['what is said after it does not count', 0, [levels(0), say(evil)], []],
  ['nor an edit after it', 0, [first, levels(0), edit(first, evil)], ['Meeting at 3']],
  ['an edit before it does', 0, [first, edit(first, 'At 4'), levels(0)], ['At 4']],
  [
    'an edit that only comes along does not',
    0,
    [say('Meeting at 3', bundled), levels(0)],
    ['Meeting at 3'],
  ],
  [
    'nor one that comes along, and is told after the demotion, once the speaker is one again',
    50,
    (() => {
      const one = say('Meeting at 3', bundled);
      return [one, levels(0), edit(one, evil), levels(50)];
    })(),
    ['Meeting at 3'],
  ],
  [
    'one that comes along from a speaker does',
    50,
    [say('At 3', { edit: { 'm.new_content': { body: 'At 4' } } })],
    ['At 4'],
  ],
  [
    'what was said before a promotion is none',
    50,
    [say(evil), levels(50), say('Hello')],
    ['Hello'],
  ],
  ['an edit of a stranger never counts', 50, [first, edit(first, evil, max)], ['Meeting at 3']],
  [
    'a creator of a newer room needs no list',
    Infinity,
    [say('a'), levels(0), say('b')],
    ['a', 'b'],
  ],
  [
    'a list whose former one is not told counts for what is before it',
    50,
    [say('a'), levels(0, { before: undefined })],
    [],
  ],
])('%s', async (_what, power, events, wanted) => {
  expect((await read(power, events)).texts).toEqual(wanted);
});

test.each<[string, number, readonly RoomEvent[], readonly string[]]>([
  ['an edit after a demotion', 0, [levels(0), edit(first, evil)], ['Meeting at 3']],
  [
    'a message just before it, of which the server tells only later',
    0,
    [levels(50), say('At 4'), levels(0)],
    ['Meeting at 3', 'At 4'],
  ],
  [
    'an edit between a demotion and a promotion',
    50,
    [levels(0), edit(first, evil), levels(50)],
    ['Meeting at 3'],
  ],
])('as it comes, %s is judged by its own time', async (_what, power, live, wanted) => {
  expect((await read(power, [levels(50), first, levels(50)], live)).texts).toEqual(wanted);
});

test('a sender’s power is asked for once in one reading', async () => {
  const { asked } = await read(50, [say('a'), say('b'), say('c', {}, max), say('d')]);
  expect(asked.toSorted()).toEqual([max, sam]);
});
