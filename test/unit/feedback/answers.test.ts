import { expect, test } from 'vitest';
import type { AnswerNews, Sent } from '../../../main/features/feedback/answers.ts';
import { createAnswers } from '../../../main/features/feedback/answers.ts';
import {
  answersLimitBytes,
  createAnswersFile,
} from '../../../main/features/feedback/answers-file.ts';
import type { RoomReader } from '../../../main/features/feedback/answers-readers.ts';
import type { IssueNow } from '../../../shared/feedback/issue-signs.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import { fakeClock } from '../clock.ts';

const dayMs = 86_400_000;
const inRoom = (id: string): Sent => ({
  id,
  sentAtUtcMs: 0,
  place: { via: 'matrix', roomId: '!room', eventId: `$${id}` },
});
const issue = (id: string): Sent => ({
  id,
  sentAtUtcMs: 0,
  place: { via: 'github', owner: 'coop', repo: 'beta', issueNumber: 1 },
});

let number = 0;
function event(rootId: string, sender: string, said: string | { mark: string }): RoomEvent {
  number += 1;
  const mark = typeof said === 'object';
  const relation = mark
    ? { rel_type: 'm.annotation', event_id: rootId, key: said.mark }
    : { rel_type: 'm.thread', event_id: rootId };
  return {
    eventId: `$e${number}`,
    roomId: '!room',
    sender,
    type: mark ? 'm.reaction' : 'm.room.message',
    content: { ...(mark ? {} : { body: said }), 'm.relates_to': relation },
    sentUtcMs: number,
  };
}

/** A room and an issue, and all requests about them. */
function world() {
  const events: RoomEvent[] = [];
  const powers: Record<string, number> = { '@sam:coop': 50 };
  const asked: string[] = [];
  let issueNow: IssueNow = { comments: [] };
  let down = false;
  let text: string | undefined;
  const relations: RoomReader['relations'] = (_room, eventId, kind) => {
    asked.push(`${kind} ${eventId}`);
    if (down) return Promise.reject(new Error('unreachable'));
    const found = events.filter(({ content }) => {
      const relation = content['m.relates_to'] as Record<string, unknown>;
      return relation['event_id'] === eventId && relation['rel_type'] === kind;
    });
    return Promise.resolve({ events: found.toReversed().slice(0, 50), unreadable: 0 });
  };
  const reader: RoomReader = {
    userId: '@ana:coop',
    relations,
    powerAt: ({ sender }) => {
      asked.push(`power ${sender}`);
      return down ? Promise.reject(new Error('unreachable')) : Promise.resolve(powers[sender] ?? 0);
    },
  };
  return {
    events,
    powers,
    asked,
    setIssue: (next: IssueNow) => (issueNow = next),
    setDown: (next: boolean) => (down = next),
    setFile: (next: string | undefined) => (text = next),
    start: (sent: readonly Sent[], signedIn = true) => {
      const clock = fakeClock(0);
      const news: AnswerNews[] = [];
      const answers = createAnswers({
        clock,
        file: createAnswersFile({
          load: () => Promise.resolve(text),
          save: (next) => {
            text = next;
            return Promise.resolve();
          },
        }),
        sent: () => sent,
        readers: {
          room: () => (signedIn ? reader : undefined),
          issue: () => {
            asked.push('issue');
            return down
              ? Promise.reject(new Error('unreachable'))
              : Promise.resolve({ now: issueNow, me: 'ana' });
          },
        },
        onNews: (some) => news.push(...some),
        onChange: () => undefined,
      });
      return { clock, news, answers };
    },
  };
}

test('what came while the app was closed is found at start, and told once', async () => {
  const room = world();
  room.events.push(event('$a', '@sam:coop', { mark: '🔧' }), event('$a', '@sam:coop', 'Looking'));
  const first = room.start([inRoom('a')]);
  await first.answers.restore();
  await first.clock.pass(0);
  expect(first.news.map(({ itemId, sign }) => [itemId, sign.is])).toEqual([
    ['a', 'mark'],
    ['a', 'reply'],
  ]);
  expect(first.answers.of('a')).toMatchObject({ outcome: 'working', unread: 1, askedAtUtcMs: 0 });
  const second = room.start([inRoom('a')]);
  await second.answers.restore();
  await second.clock.pass(0);
  expect(second.news).toEqual([]);
  expect(second.answers.unread()).toBe(1);
});

test('a live answer is told at once, and not again by the next question', async () => {
  const room = world();
  const { answers, clock, news } = room.start([inRoom('a'), inRoom('b')]);
  await answers.restore();
  await clock.pass(0);
  const said = event('$b', '@sam:coop', 'There you are');
  room.events.push(said);
  answers.hear(said);
  answers.hear(said);
  answers.ask();
  await clock.pass(0);
  expect(news).toMatchObject([{ itemId: 'b', sign: { text: 'There you are' } }]);
  answers.markRead('b');
  expect([answers.unread(), answers.of('b')?.replies.length]).toEqual([0, 1]);
});

test('an answer that was taken back while the app was closed is gone', async () => {
  const room = world();
  room.events.push(event('$a', '@sam:coop', 'Wrong room'));
  const first = room.start([inRoom('a')]);
  await first.answers.restore();
  await first.clock.pass(0);
  room.events.length = 0;
  const second = room.start([inRoom('a')]);
  await second.answers.restore();
  expect(second.answers.of('a')?.replies.length).toBe(1);
  await second.clock.pass(0);
  expect(second.answers.of('a')).toMatchObject({ replies: [], unread: 0 });
});

test('a server that is away is asked later, and what is known stays', async () => {
  const room = world();
  room.setDown(true);
  const many = ['a', 'b', 'c', 'd', 'e'].map(inRoom);
  const { answers, clock, news } = room.start(many);
  await answers.restore();
  await clock.pass(0);
  expect(room.asked.length).toBe(3);
  expect(answers.of('a')).toBeUndefined();
  room.setDown(false);
  room.events.push(event('$e', '@sam:coop', 'Yes'));
  await clock.pass(15 * 60_000);
  for (let turn = 0; turn < 5; turn += 1) await clock.pass(0);
  expect(room.asked.slice(3, 5)).toEqual(['m.thread $d', 'm.annotation $d']);
  expect(news.map(({ itemId }) => itemId)).toEqual(['e']);
  expect(clock.timers()).toBe(0);
});

test('an issue is looked at every 15 minutes, for 30 days', async () => {
  const room = world();
  const { answers, clock, news } = room.start([issue('i')]);
  await answers.restore();
  await clock.pass(0);
  room.setIssue({
    closed: { as: 'dropped', by: 'sam', atUtcMs: 2 },
    comments: [{ id: 1, by: 'sam', text: 'Not now', atUtcMs: 1 }],
  });
  await clock.pass(15 * 60_000 - 1);
  expect(news).toEqual([]);
  await clock.pass(1);
  expect(news.map(({ sign }) => sign.is)).toEqual(['reply', 'mark']);
  expect(answers.of('i')?.outcome).toBe('closed');
  clock.jump(31 * dayMs);
  await clock.pass(15 * 60_000);
  const before = room.asked.length;
  await clock.pass(dayMs);
  expect([room.asked.length, clock.timers()]).toEqual([before, 0]);
});

test('comments that cannot be read are counted, as long as they are there', async () => {
  const room = world();
  const { answers, clock } = room.start([issue('i')]);
  room.setIssue({ comments: [], unreadable: 2 });
  await answers.restore();
  await clock.pass(0);
  expect(answers.of('i')?.unreadable).toBe(2);
  room.setIssue({ comments: [] });
  await clock.pass(15 * 60_000);
  expect(answers.of('i')).not.toHaveProperty('unreadable');
});

test('what is older than 90 days is not asked for, and stays as it was', async () => {
  const room = world();
  const { answers, clock } = room.start([inRoom('a')]);
  clock.jump(91 * dayMs);
  await answers.restore();
  await clock.pass(0);
  expect([room.asked, answers.rooms()]).toEqual([[], []]);
});

test('signed out, nothing is asked; after signing in, all of it', async () => {
  const room = world();
  const { answers, clock } = room.start([inRoom('a')], false);
  await answers.restore();
  await clock.pass(0);
  expect(room.asked).toEqual([]);
  expect(answers.of('a')).toBeUndefined();
});

test('a file that cannot be read costs what was told, and no flood of news', async () => {
  const room = world();
  room.setFile('{"version":1,"items":');
  room.events.push(event('$a', '@sam:coop', 'Of last week'));
  const { answers, clock, news } = room.start([inRoom('a')]);
  await answers.restore();
  await clock.pass(0);
  expect([news, answers.unread()]).toEqual([[], 1]);
  answers.hear(event('$a', '@sam:coop', 'Of today'));
  await clock.pass(0);
  expect(news.length).toBe(1);
});

test('the file stays small, whatever is answered', async () => {
  const room = world();
  const sizes: number[] = [];
  const file = createAnswersFile({
    load: () => Promise.resolve(undefined),
    save: (text) => Promise.resolve(void sizes.push(Buffer.byteLength(text))),
  });
  const sign = (id: string) =>
    ({ is: 'reply', id, by: 'x', mine: false, atUtcMs: 0, inThread: true }) as const;
  const signs = Array.from({ length: 100 }, (_, at) => ({
    ...sign(`$${at}`),
    text: '€'.repeat(2000),
  }));
  const told = Array.from({ length: 300 }, (_, at) => `$${at}`.padEnd(46, 'x'));
  const items = Array.from(
    { length: 100 },
    (_, at) => [`i${at}`, { signs, told, unread: new Array<string>() }] as const,
  );
  file.save(new Map(items));
  await room.start([]).clock.pass(0);
  expect(sizes[0]).toBeLessThan(answersLimitBytes);
});

test('asleep, it has no timer', async () => {
  const room = world();
  const { answers, clock } = room.start([issue('i')]);
  await answers.restore();
  await clock.pass(0);
  answers.suspend();
  expect(clock.timers()).toBe(0);
  answers.ask();
  await clock.pass(0);
  expect(room.asked.length).toBe(2);
});
