import { expect, test } from 'vitest';
import type { FeedReader } from '../../../main/platform/room-feed.ts';
import { createRoomFeed } from '../../../main/platform/room-feed.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import { fakeClock } from '../clock.ts';

const retryDelayMs = 15 * 60_000;

function event(eventId: string, sentUtcMs = 0, roomId = '!a'): RoomEvent {
  return { eventId, roomId, sender: '@sam:coop', type: 'm.room.message', content: {}, sentUtcMs };
}

/** A feed with a server whose answers the test sets; `calls` is what the feed reported, in order. */
function started(room: string | undefined = '#a:coop') {
  const clock = fakeClock();
  const calls: string[] = [];
  const server = {
    isSignedIn: true,
    roomId: '!a' as string | undefined,
    events: [event('$2', 2), event('$1', 1)] as readonly RoomEvent[],
    isDown: false,
    asked: 0,
    held: Promise.resolve(),
  };
  const reader: FeedReader = {
    userId: '@ana:coop',
    find: async () => {
      server.asked += 1;
      if (server.isDown) throw new Error('unreachable');
      return server.roomId;
    },
    recent: async () => {
      const { events } = server;
      await server.held;
      return { events, unreadable: 1 };
    },
  };
  const feed = createRoomFeed({
    clock,
    reader: () => (server.isSignedIn ? reader : undefined),
    onEvents: ({ events, unreadable, sinceUtcMs }) => {
      const ids = events.map(({ eventId }) => eventId);
      calls.push(`events ${ids.join(' ')}, ${unreadable} unreadable, since ${sinceUtcMs}`);
    },
    onLeft: () => calls.push('left'),
    onFailure: () => calls.push('failed'),
  });
  const hear = (one: RoomEvent) =>
    feed.hear(one, () => void calls.push(`heard ${one.eventId} as ${feed.state()}`));
  feed.setRoom(room);
  return { clock, calls, server, feed, hear };
}

test('the room is read oldest first, and live events follow', async () => {
  const { clock, calls, feed, hear } = started();
  hear(event('$3', 3));
  hear(event('$4', 4, '!elsewhere'));
  await clock.pass(0);
  expect(calls).toEqual(['events $1 $2, 1 unreadable, since 1', 'heard $3 as inside']);
  expect([feed.state(), feed.roomIds(), clock.timers()]).toEqual(['inside', ['!a'], 0]);
});

test('an empty room tells nothing about what was removed', async () => {
  const { clock, calls, server, feed } = started(undefined);
  server.events = [];
  feed.setRoom('#a:coop');
  await clock.pass(0);
  expect(calls).toEqual(['events , 1 unreadable, since Infinity']);
});

test.each<[string, 'isDown' | 'isOutside', string]>([
  ['a read that fails', 'isDown', 'failed'],
  ['a room that the member is not in', 'isOutside', 'outside'],
])('%s is tried again after a quarter of an hour', async (_what, how, state) => {
  const { clock, calls, server, feed } = started(undefined);
  if (how === 'isDown') server.isDown = true;
  else server.roomId = undefined;
  feed.setRoom('#a:coop');
  await clock.pass(retryDelayMs - 1);
  expect([feed.state(), feed.roomIds(), server.asked]).toEqual([state, [], 1]);
  server.isDown = false;
  server.roomId = '!a';
  await clock.pass(1);
  expect([feed.state(), feed.roomIds(), server.asked]).toEqual(['inside', ['!a'], 2]);
  expect(calls.at(-1)).toBe('events $1 $2, 1 unreadable, since 1');
  expect(clock.timers()).toBe(0);
});

test('a member who leaves the room is out of it; after a failure they are still in', async () => {
  const { clock, calls, server, feed } = started();
  await clock.pass(0);
  server.isDown = true;
  feed.refresh();
  await clock.pass(0);
  expect([feed.state(), feed.roomIds()]).toEqual(['failed', ['!a']]);
  server.isDown = false;
  server.roomId = undefined;
  feed.refresh();
  await clock.pass(0);
  expect([feed.state(), feed.isOutside(), feed.roomIds()]).toEqual(['outside', true, []]);
  expect(calls.slice(1)).toEqual(['failed', 'left']);
});

test('an alias that leads to another room leaves the first', async () => {
  const { clock, calls, server, feed } = started();
  await clock.pass(0);
  server.roomId = '!b';
  feed.refresh();
  await clock.pass(0);
  expect(calls.slice(1)).toEqual(['left', 'events $1 $2, 1 unreadable, since 1']);
  expect(feed.roomIds()).toEqual(['!b']);
});

test.each<[string, (all: ReturnType<typeof started>) => void]>([
  ['a sign-out', ({ server, feed }) => ((server.isSignedIn = false), feed.refresh())],
  ['a document without the room', ({ feed }) => feed.setRoom(undefined)],
])('%s leaves the room at once, and ends the read under way', async (_what, leave) => {
  const all = started();
  const { clock, calls, server, feed, hear } = all;
  await clock.pass(0);
  let answer = () => {};
  server.held = new Promise((resolve) => (answer = resolve));
  feed.refresh();
  await clock.pass(0);
  hear(event('$3', 3));
  leave(all);
  expect([calls.at(-1), feed.state(), feed.roomIds()]).toEqual(['left', 'unknown', []]);
  answer();
  await clock.pass(retryDelayMs);
  expect([calls.at(-1), calls.length, feed.state()]).toEqual(['left', 2, 'unknown']);
});

test('a room that was just joined is not looked for', async () => {
  const { clock, server, feed } = started(undefined);
  server.roomId = undefined;
  feed.setRoom('#a:coop');
  await clock.pass(0);
  feed.refresh('!a');
  await feed.settled();
  expect([feed.state(), server.asked, clock.timers()]).toEqual(['inside', 1, 0]);
});

test('stopped, it asks nothing until it is refreshed', async () => {
  const { clock, server, feed } = started(undefined);
  server.isDown = true;
  feed.setRoom('#a:coop');
  await clock.pass(0);
  feed.stop();
  await clock.pass(retryDelayMs);
  expect([server.asked, clock.timers()]).toEqual([1, 0]);
  server.isDown = false;
  feed.refresh();
  await clock.pass(0);
  expect(feed.state()).toBe('inside');
});

test('the room that it has already is not read again', async () => {
  const { clock, server, feed } = started();
  await clock.pass(0);
  feed.setRoom('#a:coop');
  await clock.pass(0);
  expect(server.asked).toBe(1);
});
