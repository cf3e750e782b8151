import { describe, expect, test } from 'vitest';
import { signsOfIssue } from '../../../shared/feedback/issue-signs.ts';
import type { StoredAnswers, Sign } from '../../../shared/feedback/outcome.ts';
import {
  noAnswers,
  outcomeOf,
  readAll,
  takeSigns,
  unreadIn,
  viewAnswers,
} from '../../../shared/feedback/outcome.ts';
import { replyLimit } from '../../../shared/text/plain.ts';
import { withEvent, isMark } from '../../../shared/feedback/room-signs.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';

const rootId = '$root';
const thread = { rootId, me: '@ana:coop' };
let number = 0;

function event(sender: string, type: string, content: object, more: object = {}): RoomEvent {
  number += 1;
  return {
    eventId: `$${number}`,
    roomId: '!room',
    sender,
    type,
    content: content as RoomEvent['content'],
    sentUtcMs: number,
    ...more,
  };
}
const inThread = { rel_type: 'm.thread', event_id: rootId, is_falling_back: true };
const reply = (sender: string, body: unknown, relation: object = inThread, more: object = {}) =>
  event(sender, 'm.room.message', { msgtype: 'm.text', body, 'm.relates_to': relation }, more);
const react = (sender: string, key: unknown, more: object = {}) =>
  event(sender, 'm.reaction', {
    'm.relates_to': { rel_type: 'm.annotation', event_id: rootId, key, ...more },
  });
const hearOn = (signs: readonly Sign[], one: RoomEvent) =>
  withEvent(signs, one, { ...thread, isStaff: one.sender === '@sam:coop' });
const hear = (...events: readonly RoomEvent[]) => events.reduce(hearOn, new Array<Sign>());
const texts = (signs: readonly Sign[]) =>
  signs.flatMap((sign) => (sign.is === 'reply' ? [sign.text] : []));

test.each([
  ['👀', 'seen'],
  ['🔧', 'working'],
  ['🛠', 'working'],
  ['🛠️', 'working'],
  ['✅', 'fixed'],
  ['👍', 'none'],
  ['constructor', 'none'],
  ['', 'none'],
  [{}, 'none'],
  [null, 'none'],
  ['✅'.repeat(10_000), 'none'],
] as const)('staff reacts with %s: %s', (key, outcome) => {
  expect(outcomeOf(hear(react('@sam:coop', key)))).toBe(outcome);
});

test('the mark of a stranger, and of the member, counts for nothing', () => {
  const signs = hear(react('@eve:elsewhere', '✅'), react('@ana:coop', '✅'));
  expect([outcomeOf(signs), takeSigns(noAnswers, signs).news]).toEqual(['none', []]);
});

test('a sender that the content claims is not believed', () => {
  const forged = react('@eve:elsewhere', '✅', { sender: '@sam:coop' });
  const signs = hear({ ...forged, content: { ...forged.content, sender: '@sam:coop' } });
  expect(outcomeOf(signs)).toBe('none');
});

test.each([
  ['another event', { event_id: '$other' }],
  ['no annotation', { rel_type: 'm.thread' }],
  ['an id that is none', { event_id: 7 }],
])('a mark on %s tells nothing', (_what, more) => {
  expect(hear(react('@sam:coop', '✅', more))).toEqual([]);
});

test('of several marks the furthest counts, and one that is taken back does not', () => {
  const fixed = react('@sam:coop', '✅');
  const before = hear(react('@sam:coop', '🔧'), fixed, react('@sam:coop', '👀'));
  expect(outcomeOf(before)).toBe('fixed');
  const back = event('@sam:coop', 'm.room.redaction', {}, { redacts: fixed.eventId });
  expect(outcomeOf(hearOn(before, back))).toBe('working');
});

test('tells where it needs to know who may do what', () => {
  expect(isMark(react('@eve:elsewhere', '✅'), rootId)).toBe(true);
  expect(isMark(react('@eve:elsewhere', '👍'), rootId)).toBe(false);
  expect(isMark(react('@eve:elsewhere', '✅'), '$other')).toBe(false);
});

test.each([
  ['the mark of staff', '@sam:coop', 'fixed'],
  ['that of a stranger', '@eve:elsewhere', 'none'],
])('no edit changes %s', (_what, sender, outcome) => {
  const mark = react(sender, '✅');
  const as = (type: string) =>
    event(sender, type, {
      body: '* 👀',
      'm.new_content': { body: '👀' },
      'm.relates_to': { rel_type: 'm.replace', event_id: mark.eventId, key: '👀' },
    });
  const signs = hear(mark);
  expect(outcomeOf(signs)).toBe(outcome);
  for (const type of ['m.room.message', 'm.reaction']) expect(hearOn(signs, as(type))).toBe(signs);
});

describe('a reply', () => {
  test('is taken from the thread and from clients without threads, and from nowhere else', () => {
    const plain = { 'm.in_reply_to': { event_id: rootId } };
    const signs = hear(
      reply('@sam:coop', 'in the thread'),
      reply('@sam:coop', '> <@ana:coop> Broken\n> again\n\nan answer', plain),
      reply('@sam:coop', 'elsewhere', { ...inThread, event_id: '$other' }),
      event('@sam:coop', 'm.room.message', { body: 'to all' }),
      event('@sam:coop', 'm.sticker', { body: 'a cat', 'm.relates_to': inThread }),
    );
    expect(texts(signs)).toEqual(['in the thread', 'an answer']);
  });

  test.each([[''], [' \n '], ['\u202E\u0000\u0007']])('without words says nothing: %j', (body) => {
    expect(hear(reply('@sam:coop', body))).toEqual([]);
  });

  test('is cut short, and is text', () => {
    const signs = hear(
      reply('@sam:coop', 'x'.repeat(1_000_000)),
      reply('@sam:coop', '<b>\u202Eevil\u0000</b>\n\n\n\nend'),
    );
    expect(texts(signs).map((text) => text.length)).toEqual([replyLimit, 16]);
    expect(texts(signs)[1]).toBe('<b>evil</b>\n\nend');
  });

  test('shows the new text of its author’s edit, and of nobody else’s', () => {
    const first = reply('@sam:coop', 'tomorow');
    const edit = (sender: string, body: unknown) =>
      event(sender, 'm.room.message', {
        body: '* fallback',
        'm.new_content': { body },
        'm.relates_to': { rel_type: 'm.replace', event_id: first.eventId },
      });
    expect(texts(hear(first, edit('@sam:coop', 'tomorrow')))).toEqual(['tomorrow']);
    expect(texts(hear(first, edit('@eve:elsewhere', 'never')))).toEqual(['tomorow']);
    expect(texts(hear(first, edit('@sam:coop', 7)))).toEqual(['tomorow']);
    expect(hear(edit('@sam:coop', 'tomorrow'))).toEqual([]);
  });

  test.each([
    ['what an older client repeats', '> <@ana:coop> It is gone\n> at all\n\nWe look', 'We look'],
    ['what was done, as it repeats it', '> * <@ana:coop> waves\n\nHello', 'Hello'],
    ['a repeated text of nothing', '> <@ana:coop> \n\nHello', 'Hello'],
  ])('%s is no part of the answer', (_what, body, wanted) => {
    const relation = { 'm.in_reply_to': { event_id: '$root' } };
    expect(texts(hear(reply('@sam:coop', body, relation)))).toEqual([wanted]);
  });

  test.each([
    ['of their own', '> my own words\n\nstill hold'],
    ['of a page', '> <b>bold</b>\n\nis HTML'],
    ['of code', '> <-- here\n> * <\n\nan arrow'],
    ['without an end', '> all of it'],
    ['of a name', '> * Ana wrote\n\nso'],
  ])('a quote %s is', (_what, body) => {
    const relation = { 'm.in_reply_to': { event_id: '$root' } };
    expect(texts(hear(reply('@sam:coop', body, relation)))).toEqual([body]);
  });

  test('of what is repeated and quoted only the first is left out', () => {
    const body = '> <@ana:coop> It is gone\n\n> my own words\n\nstill hold';
    const relation = { 'm.in_reply_to': { event_id: '$root' } };
    expect(texts(hear(reply('@sam:coop', body, relation)))).toEqual([
      '> my own words\n\nstill hold',
    ]);
  });

  test('comes with the edit that the server sends along', () => {
    const edit = { 'm.new_content': { body: 'tomorrow' } };
    expect(texts(hear(reply('@sam:coop', 'tomorow', inThread, { edit })))).toEqual(['tomorrow']);
  });

  test('is heard once, and not at all once it is taken back', () => {
    const one = reply('@sam:coop', 'once');
    const back = event('@sam:coop', 'm.room.redaction', {}, { redacts: one.eventId });
    expect(texts(hear(one, one))).toEqual(['once']);
    expect(hear(one, back)).toEqual([]);
    expect(hear({ ...one, content: {} })).toEqual([]);
  });
});

describe('an issue', () => {
  const comments = [{ id: 1, by: 'sam', text: 'Looking', atUtcMs: 1 }];
  test.each([
    ['open', {}, 'none'],
    ['done', { closed: { as: 'done', by: 'sam', atUtcMs: 2 } }, 'fixed'],
    ['dropped', { closed: { as: 'dropped', by: 'sam', atUtcMs: 2 } }, 'closed'],
  ] as const)('that is %s', (_state, closed, outcome) => {
    const signs = signsOfIssue({ ...closed, comments }, 'ana');
    expect([outcomeOf(signs), texts(signs)]).toEqual([outcome, ['Looking']]);
  });

  test('that the member closed is no news, nor what the member wrote', () => {
    const closed = { as: 'dropped', by: 'ana', atUtcMs: 2 } as const;
    const signs = signsOfIssue(
      { closed, comments: [{ id: 1, by: 'ana', text: 'Mine', atUtcMs: 1 }] },
      'ana',
    );
    expect(takeSigns(noAnswers, signs).news).toEqual([]);
  });
});

describe('what is told', () => {
  const told = (kept: StoredAnswers, signs: readonly Sign[]) => takeSigns(kept, signs);

  test('is told once, across restarts, and not again when it comes back', () => {
    const signs = hear(react('@sam:coop', '👀'), reply('@sam:coop', 'Looking'));
    const first = told(noAnswers, signs);
    expect(first.news.map(({ is }) => is)).toEqual(['mark', 'reply']);
    const kept = JSON.parse(JSON.stringify(first.kept)) as StoredAnswers;
    expect(told(kept, signs).news).toEqual([]);
    expect(told(told(kept, []).kept, signs).news).toEqual([]);
  });

  test('of the member’s own is nothing', () => {
    expect(told(noAnswers, hear(reply('@ana:coop', 'more'))).news).toEqual([]);
  });

  test('a second mark that changes nothing is no news', () => {
    const working = hear(react('@sam:coop', '🔧'));
    const { kept } = told(noAnswers, working);
    expect(told(kept, [...working, ...hear(react('@sam:coop', '👀'))]).news).toEqual([]);
  });

  test('stays unread until it is looked at, or taken back', () => {
    const signs = hear(reply('@sam:coop', 'one'), reply('@sam:coop', 'two'));
    const { kept } = told(noAnswers, signs);
    expect(viewAnswers(kept, undefined)).toMatchObject({
      unread: 2,
      replies: [{ unread: true }, {}],
    });
    expect(viewAnswers(told(kept, signs.slice(1)).kept, undefined).unread).toBe(1);
    expect(viewAnswers(readAll(kept), undefined).unread).toBe(0);
  });

  test('stays small, whatever is written', () => {
    const many = Array.from({ length: 1000 }, () => reply('@eve:elsewhere', 'x'));
    const { kept } = told(noAnswers, hear(...many));
    expect([kept.signs.length, kept.told.length]).toEqual([100, 100]);
    expect(kept.signs.at(-1)?.id).toBe(many.at(-1)?.eventId);
    const marks = many.map((one) => react(one.sender, '✅'));
    const odd = many.map((one) => reply(one.sender, 7));
    const all = told(noAnswers, hear(...many, ...marks, ...odd)).kept;
    expect([all.signs.length, all.told.length]).toEqual([300, 100]);
  });
});

test.each([
  ['nothing', [], 0],
  ['an outcome alone', ['🔧'], 1],
  ['a reply', ['Looking'], 1],
  ['an outcome with its reply', ['🔧', 'Looking'], 1],
  ['two replies and an outcome', ['Looking', '✅', 'Done'], 2],
] as const)('of %s, as much is unread as can be seen to be new', (_what, said, count) => {
  const events = said.map((one) =>
    /\w/.test(one) ? reply('@sam:coop', one) : react('@sam:coop', one),
  );
  const { kept } = takeSigns(noAnswers, hear(...events));
  expect([unreadIn(kept), viewAnswers(kept, undefined).unread]).toEqual([count, count]);
  expect(unreadIn(readAll(kept))).toBe(0);
});
