/** Staff's reactions in a room: whose they are, when, and how they change later. */
import { expect, test } from 'vitest';
import type { AnswerNews, Sent } from '../../../main/features/feedback/answers.ts';
import { createAnswers } from '../../../main/features/feedback/answers.ts';
import { createAnswersFile } from '../../../main/features/feedback/answers-file.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import { fakeClock } from '../clock.ts';

const [sam, eve, lou, ana] = ['@sam:coop', '@eve:coop', '@lou:coop', '@ana:coop'];
const place = { via: 'matrix', roomId: '!room', eventId: '$a' } as const;
const item: Sent = { id: 'a', sentAtUtcMs: 0, place };

let number = 0;
function event(sender: string, type: string, content: object, more: object = {}): RoomEvent {
  number += 1;
  const base = { eventId: `$e${number}`, roomId: '!room', sentUtcMs: number };
  return { ...base, sender, type, content: content as RoomEvent['content'], ...more };
}
const mark = (sender: string, key: string) =>
  event(sender, 'm.reaction', {
    'm.relates_to': { rel_type: 'm.annotation', event_id: '$a', key },
  });
const takenBack = (one: RoomEvent) =>
  event(one.sender, 'm.room.redaction', {}, { redacts: one.eventId });
const answer = (body: unknown, more: object = {}) =>
  event(sam, 'm.room.message', {
    body,
    'm.relates_to': { rel_type: 'm.thread', event_id: '$a' },
    ...more,
  });

/** A room that judges each message by its sender's power level at that time. */
function world() {
  const events: RoomEvent[] = [];
  const powers: Record<string, number> = { [sam]: 50 };
  const then = new Map<string, number>();
  const asked: string[] = [];
  const it = { lost: 0, text: undefined as string | undefined, down: false };
  return {
    it,
    powers,
    asked,
    say: (one: RoomEvent) => {
      events.push(one);
      then.set(one.eventId, powers[one.sender] ?? 0);
      return one;
    },
    forget: (one: RoomEvent) => events.splice(events.indexOf(one), 1),
    start: async (staff?: readonly string[]) => {
      const clock = fakeClock(0);
      const news: AnswerNews[] = [];
      const answers = createAnswers({
        clock,
        file: createAnswersFile({
          load: () => Promise.resolve(it.text),
          save: (next) => Promise.resolve(void (it.text = next)),
        }),
        sent: () => [staff ? { ...item, staff } : item],
        readers: {
          room: () => ({
            userId: ana,
            relations: (_room, _id, kind) => {
              const type = kind === 'm.annotation' ? 'm.reaction' : 'm.room.message';
              const found = events.filter((one) => one.type === type).toReversed();
              return Promise.resolve({ events: found, unreadable: it.lost });
            },
            powerAt: ({ eventId, sender }) => {
              asked.push(sender);
              return it.down
                ? Promise.reject(new Error('unreachable'))
                : Promise.resolve(then.get(eventId) ?? 0);
            },
          }),
          issue: () => Promise.reject(new Error('no issue')),
        },
        onNews: (some) => news.push(...some),
        onChange: () => undefined,
      });
      await answers.restore();
      const settle = async () => {
        for (let turn = 0; turn < 4; turn += 1) await clock.pass(0);
      };
      await settle();
      const hear = async (one: RoomEvent) => {
        answers.hear(one);
        await settle();
      };
      return { answers, news, hear, outcome: () => answers.of('a')?.outcome };
    },
  };
}

test('a mark stays when who set it may no longer, and none is made of one by who may later', async () => {
  const room = world();
  room.say(mark(sam, '🔧'));
  room.say(mark(eve, '✅'));
  room.powers[sam] = 0;
  room.powers[eve] = 50;
  room.say(mark(sam, '✅'));
  const first = await room.start();
  expect([first.outcome(), first.news.length]).toEqual(['working', 1]);
  const again = await room.start();
  expect([again.outcome(), again.news]).toEqual(['working', []]);
  await again.hear(room.say(mark(eve, '✅')));
  expect([again.outcome(), again.news.length]).toEqual(['fixed', 1]);
});

test('who might set a mark is asked for once, whatever the answer, also after a restart', async () => {
  const room = world();
  room.say(mark(sam, '👀'));
  const first = await room.start();
  await first.hear(room.say(mark(eve, '✅')));
  await first.hear(room.say(mark(eve, '👍')));
  expect(room.asked).toEqual([sam, eve]);
  const again = await room.start();
  expect([again.outcome(), room.asked.length]).toEqual(['seen', 2]);
});

test('a mark of which nobody can tell who might set it waits', async () => {
  const room = world();
  room.it.down = true;
  room.say(mark(sam, '✅'));
  const first = await room.start();
  expect(first.outcome()).toBeUndefined();
  room.it.down = false;
  expect((await room.start()).outcome()).toBe('fixed');
});

test.each([
  ['of staff', sam, ['mark']],
  ['of a stranger', eve, []],
])('a mark %s that is taken back is gone, and no news', async (_what, who, told) => {
  const room = world();
  const first = await room.start();
  const one = room.say(mark(who, '✅'));
  await first.hear(one);
  await first.hear(takenBack(one));
  room.forget(one);
  expect([first.outcome(), first.news.map(({ sign }) => sign.is)]).toEqual(['none', told]);
  const again = await room.start();
  expect([again.outcome(), again.news]).toEqual(['none', []]);
});

test('in the member’s own room those count whom the document names now, and nobody is asked', async () => {
  const room = world();
  room.powers[ana] = 100;
  const first = await room.start([lou]);
  for (const who of [sam, ana]) await first.hear(room.say(mark(who, '✅')));
  expect(first.outcome()).toBe('none');
  await first.hear(room.say(mark(lou, '👀')));
  expect(first.outcome()).toBe('seen');
  const again = await room.start([lou, sam]);
  expect([again.outcome(), room.asked]).toEqual(['fixed', []]);
});

test('answers that cannot be read are counted, live and asked for, and told once they can be', async () => {
  const room = world();
  room.it.lost = 1;
  room.say(answer('Hello'));
  const first = await room.start();
  expect(first.answers.of('a')?.unreadable).toBe(1);
  const odd = room.say(answer({ html: 'x' }));
  await first.hear(odd);
  expect([first.answers.of('a')?.unreadable, first.news.length]).toEqual([2, 1]);
  room.it.lost = 0;
  const again = await room.start();
  expect(again.answers.of('a')?.unreadable).toBe(1);
  await again.hear(
    event(sam, 'm.room.message', {
      'm.new_content': { body: 'We look' },
      'm.relates_to': { rel_type: 'm.replace', event_id: odd.eventId },
    }),
  );
  expect(again.answers.of('a')).not.toHaveProperty('unreadable');
  expect(again.news).toMatchObject([{ sign: { text: 'We look' } }]);
});

test('answers that cannot be read, and marks of many strangers, cost no answer and no mark', async () => {
  const room = world();
  const first = await room.start();
  await first.hear(room.say(answer('Hello')));
  await first.hear(room.say(mark(sam, '👀')));
  for (let at = 0; at < 120; at += 1) await first.hear(room.say(mark(eve, '✅')));
  for (let at = 0; at < 120; at += 1) await first.hear(room.say(answer(7)));
  expect(first.answers.of('a')).toMatchObject({
    replies: [{ text: 'Hello' }],
    outcome: 'seen',
    unreadable: 100,
  });
});
