import { expect, test } from 'vitest';
import { createListening } from '../../../main/features/accounts/room-subscriptions.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import { fakeClock } from '../clock.ts';

const event = (roomId: string, type = 'm.room.message'): RoomEvent => ({
  eventId: '$1',
  roomId,
  sender: '@sam:coop',
  type,
  content: {},
  sentUtcMs: 0,
});

function start() {
  const clock = fakeClock();
  const followed: (readonly string[])[] = [];
  const asked: string[] = [];
  let say: (event: RoomEvent) => void = () => undefined;
  let signedIn = true;
  let refuses = false;
  let next = Promise.resolve(50);
  const listening = createListening(clock, () =>
    signedIn
      ? {
          follow: (rooms, hear) => {
            followed.push(rooms);
            say = hear;
            return refuses ? Promise.reject(new Error('away')) : Promise.resolve();
          },
          powerOf: (_room, userId) => {
            asked.push(userId);
            const power = next;
            next = Promise.resolve(50);
            return power;
          },
        }
      : undefined,
  );
  return {
    clock,
    followed,
    asked,
    listening,
    say: (one: RoomEvent) => say(one),
    setSignedIn: (is: boolean) => (signedIn = is),
    /** Holds back the next answer about power levels. */
    slow: () => {
      let give: (power: number) => void = () => undefined;
      next = new Promise((resolve) => (give = resolve));
      return (power: number) => give(power);
    },
    setRefuses: (does: boolean) => (refuses = does),
  };
}

test('two parts share one list, and each hears its own rooms', async () => {
  const { clock, followed, listening, say } = start();
  const heard: string[] = [];
  listening.listen('a', ['!2', '!1'], ({ roomId }) => heard.push(`a ${roomId}`));
  listening.listen('b', ['!2'], ({ roomId }) => heard.push(`b ${roomId}`));
  await clock.pass(500);
  expect(followed).toEqual([['!1', '!2']]);
  for (const room of ['!1', '!2', '!3']) say(event(room));
  expect(heard).toEqual(['a !1', 'a !2', 'b !2']);
  listening.listen('b', ['!1'], () => undefined);
  await clock.pass(500);
  expect(followed.length).toBe(1);
});

test('begins anew for another account, and again after a refusal', async () => {
  const { clock, followed, listening, setSignedIn, setRefuses } = start();
  setSignedIn(false);
  listening.listen('a', ['!1'], () => undefined);
  await clock.pass(500);
  expect(followed).toEqual([]);
  setSignedIn(true);
  setRefuses(true);
  listening.renew();
  await clock.pass(500);
  setRefuses(false);
  await clock.pass(60_000);
  expect(followed.length).toBe(2);
});

test('a power is asked for once, until the powers of the room change', async () => {
  const { clock, asked, listening, say } = start();
  listening.listen('a', ['!1'], () => undefined);
  await clock.pass(500);
  await listening.powerOf('!1', '@sam:coop');
  await listening.powerOf('!1', '@sam:coop');
  expect(asked.length).toBe(1);
  say(event('!1', 'm.room.power_levels'));
  await listening.powerOf('!1', '@sam:coop');
  expect(asked.length).toBe(2);
});

test('a power of a room that nobody listens to is asked for each time', async () => {
  const { asked, listening } = start();
  await listening.powerOf('!1', '@sam:coop');
  await listening.powerOf('!1', '@sam:coop');
  expect(asked.length).toBe(2);
});

test('a power that was on its way while the powers changed is asked for again', async () => {
  const { clock, asked, listening, say, slow } = start();
  listening.listen('a', ['!1'], () => undefined);
  await clock.pass(500);
  const answer = slow();
  const power = listening.powerOf('!1', '@sam:coop');
  say(event('!1', 'm.room.power_levels'));
  answer(100);
  expect([await power, asked.length]).toEqual([50, 2]);
  await listening.powerOf('!1', '@sam:coop');
  expect(asked.length).toBe(2);
});

test('a power that was on its way when another account came is none of that account', async () => {
  const { clock, asked, listening, slow } = start();
  listening.listen('a', ['!1'], () => undefined);
  await clock.pass(500);
  const answer = slow();
  const power = listening.powerOf('!1', '@sam:coop');
  listening.renew();
  answer(100);
  expect([await power, asked.length]).toEqual([50, 2]);
});
