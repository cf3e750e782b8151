import { expect, test } from 'vitest';
import { event, report, say, started, startUtcMs, texts, world } from './room.ts';

test('who comes to the room reads what was said, and is not told of all of it', async () => {
  const room = world();
  room.events.push(say('@sam:coop', 'one'), say('@eve:coop', 'spam'), say('@sam:coop', 'two'));
  const all = await started(room);
  expect(texts(all)).toEqual(['two', 'one']);
  expect([all.news, all.announcements.state().unread]).toEqual([[], 0]);
});

test('a clock that falls back to 1976 takes no report away, and none is told a second time', async () => {
  const fallMs = startUtcMs - Date.UTC(1976, 3, 1);
  const room = world();
  room.events.push(report('down'));
  const { announcements, clock, news } = await started(room);
  expect([announcements.reported().get('pads')?.state, news.length]).toEqual(['down', 1]);
  for (const [ms, isProven] of [
    [-fallMs, false],
    [fallMs, true],
  ] as const) {
    room.setClockProven(isProven);
    clock.jump(ms);
    announcements.ask();
    await clock.pass(1000);
    expect(announcements.reported().get('pads')?.state).toBe('down');
  }
  expect(news).toHaveLength(1);
});

test('who is not in the room is asked, and reads nothing before they join', async () => {
  const room = world();
  room.setIn(false);
  room.events.push(say('@sam:coop', 'one'));
  const all = await started(room);
  const { announcements, clock } = all;
  expect(announcements.state()).toMatchObject({ reading: 'outside', announcements: [] });
  expect(announcements.rooms()).toEqual([]);
  await clock.pass(24 * 3_600_000);
  announcements.ask();
  await clock.pass(0);
  expect([room.isIn(), texts(all)]).toEqual([false, []]);

  room.setDown(true);
  expect(await announcements.join('#news:coop')).toBe('failed');
  expect(announcements.state().reading).toBe('outside');
  room.setDown(false);
  expect(await announcements.join('#news:coop')).toBe('joined');
  await clock.pass(0);
  expect([announcements.state().reading, texts(all), all.news]).toEqual(['ready', ['one'], []]);
  expect(announcements.rooms()).toEqual(['!news']);
});

test('who joins by another program is noticed, at the latest after a quarter of an hour', async () => {
  const room = world();
  room.setIn(false);
  const all = await started(room);
  room.setIn(true);
  await all.clock.pass(15 * 60_000);
  expect(all.announcements.state().reading).toBe('ready');
  room.setIn(false);
  all.announcements.ask();
  await all.clock.pass(0);
  room.setIn(true);
  all.announcements.look();
  await all.clock.pass(0);
  expect(all.announcements.state().reading).toBe('ready');
});

test('no other room is joined than the one that the member was shown', async () => {
  const room = world();
  room.setIn(false);
  const all = await started(room);
  all.announcements.setRoom('#other:coop');
  expect([await all.announcements.join('#news:coop'), room.isIn()]).toEqual(['failed', false]);
});

test('who has left the room elsewhere is asked again, and keeps what they have read', async () => {
  const room = world();
  room.events.push(say('@sam:coop', 'one'));
  const all = await started(room);
  room.setIn(false);
  all.announcements.ask();
  await all.clock.pass(0);
  expect([all.announcements.state().reading, texts(all)]).toEqual(['outside', ['one']]);
  expect([all.announcements.rooms(), room.isIn()]).toEqual([[], false]);
});

test('who announces has a name, also before the room is read again', async () => {
  const room = world();
  room.events.push({ ...say('@sam:coop', 'one'), senderName: 'Sam Tremblay' });
  const all = await started(room);
  const names = () => all.announcements.state().announcements.map(({ by }) => by);
  expect(names()).toEqual(['Sam Tremblay']);
  all.announcements.hear({ ...say('@sam:coop', 'two'), senderName: 'Sam T.' });
  await all.clock.pass(0);
  expect(names()).toEqual(['Sam T.', 'Sam T.']);
  const again = room.start();
  room.events.length = 0;
  await again.announcements.restore();
  expect(again.announcements.state().announcements.map(({ by }) => by)).toEqual([
    'Sam T.',
    'Sam T.',
  ]);
});

test('what was said while the app was closed is told once, at the next start', async () => {
  const room = world();
  room.events.push(say('@sam:coop', 'one'));
  await started(room);
  room.events.push(say('@sam:coop', 'two'));
  const all = await started(room);
  expect(all.news.map(({ announcements }) => announcements)).toMatchObject([[{ text: 'two' }]]);
  expect(all.announcements.state()).toMatchObject({ unread: 1, reading: 'ready' });
  expect((await started(room)).news).toEqual([]);
});

test('a live one is told; members’ own words, threads and edits are none', async () => {
  const room = world();
  const all = await started(room);
  const first = say('@sam:coop', 'Meting at 3');
  all.announcements.hear(first);
  all.announcements.hear(say('@eve:coop', 'me too'));
  all.announcements.hear(say('@sam:coop', 'in a thread', { rel_type: 'm.thread', event_id: '$1' }));
  all.announcements.hear(
    event('@sam:coop', 'm.room.message', {
      msgtype: 'm.text',
      body: '* Meeting at 3',
      'm.new_content': { body: 'Meeting at 3' },
      'm.relates_to': { rel_type: 'm.replace', event_id: first.eventId },
    }),
  );
  await all.clock.pass(0);
  await all.clock.pass(0);
  expect(texts(all)).toEqual(['Meeting at 3']);
  expect(all.news.length).toBe(1);
  all.announcements.markRead();
  expect(all.announcements.state().unread).toBe(0);
  all.announcements.hear(event('@sam:coop', 'm.room.redaction', {}, { redacts: first.eventId }));
  await all.clock.pass(0);
  expect(texts(all)).toEqual([]);
});

test('a report is told once and holds until it is over, also while nothing else happens', async () => {
  const room = world();
  room.events.push(report('down'), report('down', '@eve:coop'));
  const all = await started(room);
  expect(all.news.flatMap(({ reports }) => reports)).toMatchObject([{ serviceId: 'pads' }]);
  expect(all.announcements.reported().get('pads')).toMatchObject({ state: 'down' });
  all.announcements.hear(report('up'));
  await all.clock.pass(0);
  expect(all.announcements.reported().size).toBe(0);
  all.announcements.hear(report('maintenance'));
  await all.clock.pass(24 * 3_600_000);
  expect(all.announcements.reported().size).toBe(0);
  expect(all.clock.timers()).toBe(0);
});

test('a report that was taken back while the app was closed holds no more', async () => {
  const room = world();
  room.events.push(say('@sam:coop', 'hello'), report('down'));
  await started(room);
  const [hello, down] = room.events;
  room.events.length = 0;
  if (hello && down) room.events.push(hello, { ...down, content: {} });
  const all = await started(room);
  expect(all.announcements.reported().size).toBe(0);
});

test('twenty are kept, and nobody’s power is asked for who only came or went', async () => {
  const room = world();
  for (let at = 0; at < 30; at += 1) room.events.push(say('@sam:coop', `number ${at}`));
  room.events.push(event('@lou:coop', 'm.room.member', { membership: 'join' }));
  const all = await started(room);
  expect([texts(all).length, texts(all)[0]]).toEqual([20, 'number 29']);
  expect(room.powersAsked).not.toContain('@lou:coop');
});

test('a room that cannot be read is said, keeps what was read, and is asked again', async () => {
  const room = world();
  room.events.push(say('@sam:coop', 'one'));
  await started(room);
  room.setDown(true);
  const all = await started(room);
  expect(all.announcements.state().reading).toBe('failed');
  expect(texts(all)).toEqual(['one']);
  room.setDown(false);
  await all.clock.pass(15 * 60_000);
  await all.clock.pass(0);
  expect(all.announcements.state().reading).toBe('ready');
});

test('another room takes nothing over', async () => {
  const room = world();
  room.events.push(say('@sam:coop', 'one'));
  await started(room);
  room.events.length = 0;
  const all = room.start('#other:coop');
  await all.announcements.restore();
  await all.clock.pass(0);
  expect(all.announcements.state().announcements).toEqual([]);
});

test.each<[string, readonly (string | undefined)[]]>([
  ['leaves the room out', [undefined]],
  ['names another room', ['#other:coop']],
])('a document that %s for a time makes nobody read all of it anew', async (_what, between) => {
  const room = world();
  room.events.push(say('@sam:coop', 'one'));
  const all = await started(room);
  room.events.push(say('@sam:coop', 'two'));
  all.announcements.ask();
  await all.clock.pass(0);
  expect(all.announcements.state().unread).toBe(1);
  for (const name of between) all.announcements.setRoom(name);
  expect(texts(all)).toEqual([]);
  all.announcements.setRoom('#news:coop');
  expect([texts(all), all.announcements.state().unread]).toEqual([['two', 'one'], 1]);
});

test('the first document after a start may leave the room out, too', async () => {
  const room = world();
  room.events.push(say('@sam:coop', 'one'));
  await started(room);
  const all = room.start('#other:coop');
  await all.announcements.restore();
  all.announcements.setRoom('#news:coop');
  expect(texts(all)).toEqual(['one']);
});

test('the document’s name for the room is shown as soon as it changes, and nothing is read anew', async () => {
  const room = world();
  room.events.push(say('@sam:coop', 'one'));
  const all = await started(room);
  expect(all.announcements.state().name).toBeUndefined();
  all.announcements.setRoom('#news:coop', 'Announcements');
  expect(all.announcements.state()).toMatchObject({
    room: '#news:coop',
    name: 'Announcements',
    reading: 'ready',
  });
  expect([texts(all), all.news]).toEqual([['one'], []]);
});
