/** Unreadable events in the announcement room affect no others, and are counted. */
import { expect, test } from 'vitest';
import { createAnnouncementsFile } from '../../../main/features/announcements/file.ts';
import type { AnnouncementNews } from '../../../main/features/announcements/index.ts';
import { createAnnouncements } from '../../../main/features/announcements/index.ts';
import { reportType } from '../../../shared/announcements/report.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import { fakeClock } from '../clock.ts';

const startUtcMs = Date.UTC(2026, 10, 24, 14);
const [sam, eve] = ['@sam:coop', '@eve:coop'];
let number = 0;
function event(type: string, content: object, more: Partial<RoomEvent> = {}): RoomEvent {
  number += 1;
  return {
    eventId: `$${number}`,
    roomId: '!news',
    sender: sam,
    type,
    content: content as RoomEvent['content'],
    sentUtcMs: startUtcMs - 100_000 + number,
    ...more,
  };
}
const message = (content: object, more: Partial<RoomEvent> = {}) =>
  event('m.room.message', { msgtype: 'm.text', body: 'Hello', ...content }, more);
const edit = (of: RoomEvent, body: unknown, sender = sam) =>
  message(
    { 'm.new_content': { body }, 'm.relates_to': { rel_type: 'm.replace', event_id: of.eventId } },
    { sender },
  );
const report = (content: object, more: Partial<RoomEvent> = {}) =>
  event(reportType, { v: 1, service: 'pads', state: 'down', ...content }, more);

function world() {
  const events: RoomEvent[] = [];
  const it = { lost: 0, text: undefined as string | undefined };
  return {
    events,
    it,
    start: async () => {
      const clock = fakeClock(startUtcMs);
      const news: AnnouncementNews[] = [];
      const announcements = createAnnouncements({
        isClockProven: () => true,
        clock,
        file: createAnnouncementsFile({
          load: () => Promise.resolve(it.text),
          save: (next) => Promise.resolve(void (it.text = next)),
        }),
        reader: () => ({
          userId: '@ana:coop',
          find: () => Promise.resolve('!news'),
          enter: () => Promise.resolve('!news'),
          recent: () => Promise.resolve({ events: events.toReversed(), unreadable: it.lost }),
          powerOf: (_room, userId) => Promise.resolve(userId === sam ? 50 : 0),
        }),
        onNews: (some) => news.push(some),
        onChange: () => undefined,
      });
      announcements.setRoom('#news:coop');
      await announcements.restore();
      const settle = async () => {
        for (let turn = 0; turn < 3; turn += 1) await clock.pass(0);
      };
      await settle();
      const hear = async (...live: readonly RoomEvent[]) => {
        for (const one of live) announcements.hear(one);
        await settle();
      };
      const texts = () => announcements.state().announcements.map(({ text }) => text);
      return { news, hear, texts, odd: () => announcements.state().unreadable ?? 0 };
    },
  };
}

test.each<[string, number, RoomEvent]>([
  ['a message whose words are none', 1, message({ body: 7 })],
  ['one without words', 1, message({ body: undefined })],
  ['one of a kind that is unknown', 1, message({ msgtype: 'org.example.card' })],
  ['one of no kind', 1, message({ msgtype: undefined })],
  ['a report of a state that is none', 1, report({ state: 'sideways' })],
  ['a report without a version', 1, report({ v: undefined })],
  ['a report of nothing', 1, report({ service: null })],
  ['a message of somebody else', 0, message({ body: 7 }, { sender: eve })],
  ['a report of somebody else', 0, report({ state: 'sideways' }, { sender: eve })],
  ['a report of a later version', 0, report({ v: 2, state: 'sideways' })],
  ['a message that was taken back', 0, event('m.room.message', {})],
  ['a report that was taken back', 0, event(reportType, {})],
  ['a picture', 0, message({ msgtype: 'm.image', body: 7 })],
  [
    'an odd word in a thread',
    0,
    message({ body: 7, 'm.relates_to': { rel_type: 'm.thread', event_id: '$1' } }),
  ],
  ['a reaction', 0, event('m.reaction', { 'm.relates_to': 7 })],
  ['who came', 0, event('m.room.member', { membership: 7 }, { stateKey: sam })],
  ['what is encrypted', 0, event('m.room.encrypted', { ciphertext: 7 })],
  ['a type of somebody’s own', 0, event('org.example.game', { body: 7 })],
  ['an empty message', 0, message({ body: ' \n ' })],
])('%s counts for %i, as it comes and as it is read', async (_what, wanted, one) => {
  const room = world();
  room.events.push(message({}));
  const live = await room.start();
  await live.hear(one, one);
  expect([live.odd(), live.texts()]).toEqual([wanted, ['Hello']]);
  room.events.push(one);
  const read = await room.start();
  expect([read.odd(), read.texts(), read.news]).toEqual([wanted, ['Hello'], []]);
});

test('entries that are no events at all are counted as long as the room tells of them', async () => {
  const room = world();
  room.it.lost = 2;
  room.events.push(message({ body: 7 }));
  expect((await room.start()).odd()).toBe(3);
  room.it.lost = 0;
  expect((await room.start()).odd()).toBe(1);
});

test('an odd relation costs an announcement nothing', async () => {
  const room = world();
  room.events.push(message({ 'm.relates_to': { rel_type: 7 } }), message({ 'm.relates_to': null }));
  const all = await room.start();
  expect([all.odd(), all.texts()]).toEqual([0, ['Hello', 'Hello']]);
});

test('what an edit makes readable is read and told; of one that cannot be read the words before stay', async () => {
  const room = world();
  const odd = message({ body: 7 });
  room.events.push(odd);
  const all = await room.start();
  await all.hear(edit(odd, 'Pay at evil.example', eve));
  expect([all.odd(), all.texts()]).toEqual([1, []]);
  await all.hear(edit(odd, 'Meeting at 3'));
  expect([all.odd(), all.texts(), all.news.length]).toEqual([0, ['Meeting at 3'], 1]);
  await all.hear(edit(odd, { html: 'x' }));
  expect([all.odd(), all.texts()]).toEqual([1, ['Meeting at 3']]);
  await all.hear(edit(odd, 'Meeting at 4'));
  expect([all.odd(), all.texts(), all.news.length]).toEqual([0, ['Meeting at 4'], 1]);
});

test('what is taken back is no longer counted', async () => {
  const room = world();
  const odd = message({ body: 7 });
  room.events.push(odd);
  const all = await room.start();
  await all.hear(event('m.room.redaction', {}, { redacts: odd.eventId }));
  expect(all.odd()).toBe(0);
});

test('however many cannot be read, the newest twenty that can stay, and older odd ones go', async () => {
  const room = world();
  const older = message({ body: 7 });
  const hellos = Array.from({ length: 20 }, () => message({}));
  room.events.push(older, ...hellos, ...Array.from({ length: 30 }, () => message({ body: 7 })));
  const all = await room.start();
  expect([all.texts().length, all.odd()]).toEqual([20, 20]);
  room.events.splice(-30);
  expect((await room.start()).odd()).toBe(0);
});
