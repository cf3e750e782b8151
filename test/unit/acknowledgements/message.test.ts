/** Shared acknowledgements: writing and reading their messages. */
import { describe, expect, test } from 'vitest';
import { createTranslate } from '../../translate.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import type { Heard } from '../../../shared/acknowledgements/peer-acknowledgements.ts';
import {
  hearAck,
  seenBy,
  unreadOf,
} from '../../../shared/acknowledgements/peer-acknowledgements.ts';
import { ackContent, ackField, ackTitle } from '../../../shared/acknowledgements/message.ts';
import { acknowledgementFor } from '../../../shared/notification-policy/mutes.ts';
import { cutToReason, reasonLimit } from '../../../shared/triage/mutes.ts';
import { earlierMs, staleAfter } from '../../../shared/acknowledgements/stale.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { serviceView } from '../../fixtures/views.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.UTC(2026, 10, 24, 14, 30);
const pads = serviceView('pads', {
  name: 'Pads',
  verdict: 'down',
  sinceUtcMs: now - 20 * minute,
});
const utc = (ms: number) => new Date(ms).toISOString();
const field = {
  v: 1,
  id: 'one',
  service: 'pads',
  state: 'seen',
  sinceUtc: utc(now - 20 * minute),
  atUtc: utc(now - 10 * minute),
  note: 'el restarts it',
};
let number = 0;
const event = (more: object = {}, about: Partial<RoomEvent> = {}): RoomEvent => {
  number += 1;
  return {
    eventId: `$${number}`,
    roomId: '!servers',
    sender: '@sam:coop.example',
    type: 'm.room.message',
    content: { msgtype: 'm.text', body: 'Seen', [ackField]: { ...field, ...more } },
    sentUtcMs: now - 10 * minute,
    ...about,
  };
};
const hearAll = (...events: readonly RoomEvent[]) =>
  events.reduce<readonly Heard[]>((heard, one) => hearAck(heard, one, now), []);
const me = { userId: '@ada:coop.example', people: new Map<string, string>() };
const names = (heard: readonly Heard[], view = pads, staleBeforeUtcMs?: number, atUtcMs = now) =>
  seenBy(heard, view, { ...me, staleBeforeUtcMs }, atUtcMs).map(({ by }) => by);
const withdrawn = { state: 'withdrawn', atUtc: utc(now - 5 * minute) };
const later = { sentUtcMs: now - 5 * minute };

describe('an acknowledgement', () => {
  const acknowledgement = acknowledgementFor('4h', now, 'el restarts it');
  test.each([
    ['en', 'Known: Pads. el restarts it\nState: down, since 2026-11-24 14:10 UTC'],
    ['fr', 'Connu\u00a0: Pads. el restarts it\nÉtat\u00a0: en panne, depuis 2026-11-24 14:10 UTC'],
  ] as const)('reads in any client (%s), and in a field for apps', (locale, body) => {
    const t = createTranslate(locale);
    const content = ackContent(t, { id: 'one', view: pads, acknowledgement }, now);
    expect(JSON.parse(content)).toEqual({
      msgtype: 'm.text',
      body,
      [ackField]: { ...field, atUtc: utc(now), untilUtc: utc(now + 4 * hour) },
    });
  });

  test('is what another app reads, and so is that it was taken back', () => {
    const t = createTranslate('en');
    const sent = (id: string, atUtcMs: number, given?: typeof acknowledgement) => {
      const text = ackContent(t, { id, view: pads, acknowledgement: given }, atUtcMs);
      const content = JSON.parse(text) as RoomEvent['content'];
      return event({}, { content, sentUtcMs: atUtcMs });
    };
    const seen = sent('one', now, acknowledgement);
    expect(names(hearAll(seen))).toEqual(['sam']);
    expect(names(hearAll(seen, sent('two', now)))).toEqual([]);
    expect(ackTitle(t, { id: 'two', view: pads })).toBe('No longer marked as known: Pads');
  });
});

describe('what is heard', () => {
  test('names who said it, what, and when', () => {
    expect(seenBy(hearAll(event()), pads, me, now)).toEqual([
      { by: 'sam', note: 'el restarts it', atUtcMs: now - 10 * minute },
    ]);
  });

  test.each<[string, object, Partial<RoomEvent>?]>([
    ['of a later version', { v: 2, note: { html: 'x' } }],
    ['said in the future', { atUtc: utc(now + hour) }],
    ['sent in the future', {}, { sentUtcMs: now + hour }],
    ['of a trouble that had not begun', { sinceUtc: utc(now + hour) }],
    ['of another type', {}, { type: 'm.room.topic' }],
    [
      'that is an edit',
      {},
      { content: { ...event().content, 'm.relates_to': { rel_type: 'm.replace' } } },
    ],
    [
      'that is an edit, and odd',
      {},
      { content: { [ackField]: 7, 'm.relates_to': { rel_type: 'm.replace' } } },
    ],
    ['that was taken back', {}, { content: {} }],
    ['without the field', {}, { content: { msgtype: 'm.text', body: 7 } }],
  ])('is nothing, where it is one %s', (_what, more, about) => {
    expect(hearAll(event(more, about))).toEqual([]);
  });

  const chat = { ...pads, id: 'chat' };
  test.each<[string, object, readonly [number, number], Partial<RoomEvent>?]>([
    ['without a version', { v: undefined }, [1, 0]],
    ['of a version that is none', { v: 'one' }, [1, 0]],
    ['of no service', { service: '../x' }, [1, 1]],
    ['of a state that is none', { state: 'silence' }, [1, 0]],
    ['with an endless note', { note: 'x'.repeat(reasonLimit + 1) }, [1, 0]],
    ['with a note of nothing but controls', { note: '\u0007\u202e ' }, [1, 0]],
    ['with a note that is no text', { note: { html: 'x' } }, [1, 0]],
    ['without the start of the trouble', { sinceUtc: undefined }, [1, 0]],
    ['with a time that is none', { atUtc: 'yesterday' }, [1, 0]],
    ['with a number for a time', { atUtc: now }, [1, 0]],
    ['whose field is a list', {}, [1, 1], { content: { [ackField]: [field] } }],
    ['whose field is nothing', {}, [1, 1], { content: { [ackField]: null } }],
    ['of one’s own', { note: 7 }, [0, 0], { sender: me.userId }],
  ])('is counted where it may be about, if it is one %s', (_what, more, wanted, about) => {
    const heard = hearAll(event(), event(more, about));
    const unread = (view: ServiceView) => unreadOf(heard, view, me, now);
    expect([unread(pads), unread(chat), names(heard)]).toEqual([...wanted, ['sam']]);
  });

  test.each<[string, Partial<ServiceView>, number, number?, number?]>([
    ['in trouble', {}, 1],
    ['well', { verdict: 'up' }, 0],
    ['in trouble, a day later', {}, 0, now + 24 * hour - 10 * minute],
    ['in trouble again, since it was well', {}, 0, now, now - 5 * minute],
  ])('what cannot be read of a service %s is counted', (_what, more, wanted, atUtcMs, stale) => {
    const onlooker = { ...me, staleBeforeUtcMs: stale };
    const heard = hearAll(event({ note: 7 }));
    expect(unreadOf(heard, { ...pads, ...more }, onlooker, atUtcMs ?? now)).toBe(wanted);
  });

  test('what cannot be read is gone with its redaction', () => {
    const odd = event({ note: 7 });
    const gone = event({}, { type: 'm.room.redaction', redacts: odd.eventId, content: {} });
    expect(hearAll(odd, gone)).toEqual([]);
  });

  test('has its sender from the event, and its words on one line without controls', () => {
    const heard = hearAll(
      event({ by: '@boss:coop.example', sender: 'boss', note: 'a\n\u202eb\t c' }),
    );
    expect(seenBy(heard, pads, me, now)).toMatchObject([{ by: 'sam', note: 'a b c' }]);
  });

  test.each([
    ['@sam:coop.example', 'sam'],
    ['@sam:elsewhere.example', '@sam:elsewhere.example'],
    [`@${'x'.repeat(200)}:coop.example`, `${'x'.repeat(59)}…`],
    ['@a\u202eb:coop.example', 'ab'],
  ])('%s is shown as %s', (sender, name) => {
    expect(names(hearAll(event({}, { sender })))).toEqual([name]);
  });

  test('has the display name of its sender, unless it could pass for another’s', () => {
    const sam = event({}, { senderName: 'Sam Tremblay' });
    expect(names(hearAll(sam))).toEqual(['Sam Tremblay']);
    const eve = event({}, { sender: '@eve:evil.example', senderName: 'Sam  Tremblay' });
    expect(names(hearAll(sam, { ...eve, eventId: '$eve' })).toSorted()).toEqual([
      'Sam Tremblay (@eve:evil.example)',
      'Sam Tremblay (sam)',
    ]);
  });

  test('is taken back by who said it, and by nobody else', () => {
    const back = event(withdrawn, later);
    expect(names(hearAll(event(), { ...back, sender: '@eve:coop.example' }))).toEqual(['sam']);
    expect(names(hearAll(event(), back))).toEqual([]);
    expect(names(hearAll(back, event()))).toEqual([]);
    const anew = event({ atUtc: utc(now - minute) }, { sentUtcMs: now - minute });
    expect(names(hearAll(event(), back, anew))).toEqual(['sam']);
  });

  test('is gone with its redaction', () => {
    const seen = event();
    const gone = event({}, { type: 'm.room.redaction', redacts: seen.eventId, content: {} });
    expect(hearAll(seen, gone)).toEqual([]);
  });

  test('heard twice is one, and of many people the newest five are named', () => {
    const seen = event();
    expect(hearAll(seen, seen)).toHaveLength(1);
    const crowd = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, at) =>
      event({ atUtc: utc(now - at * minute) }, { sender: `@${name}:coop.example`, sentUtcMs: now }),
    );
    expect(names(hearAll(...crowd))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('whether it holds', () => {
  const heard = hearAll(event());
  test.each<[string, Partial<ServiceView>, readonly string[]]>([
    ['down', {}, ['sam']],
    ['degraded', { verdict: 'degraded' }, ['sam']],
    ['well', { verdict: 'up' }, []],
    ['another service', { id: 'chat' }, []],
    ['in maintenance', { verdict: 'maintenance' }, []],
    ['not to be seen now, down before', { verdict: 'unknown', lastKnown: 'down' }, ['sam']],
    ['not to be seen now, well before', { verdict: 'unknown', lastKnown: 'up' }, []],
  ])('of a service that is %s', (_what, more, expected) => {
    expect(names(heard, { ...pads, ...more })).toEqual(expected);
  });

  test('of one’s own is on this page already', () => {
    expect(names(hearAll(event({}, { sender: me.userId })))).toEqual([]);
  });

  test.each<[string, object, number, boolean]>([
    ['without an end, before a day is over', {}, 23 * hour, true],
    ['without an end, after a day', {}, 24 * hour, false],
    ['with an end, before it', { untilUtc: utc(now + hour) }, hour - 1, true],
    ['with an end, at it', { untilUtc: utc(now + hour) }, hour, false],
    ['with an end in a year, after a day', { untilUtc: utc(now + 9000 * hour) }, 24 * hour, false],
    [
      'that waited three days to be sent',
      { atUtc: utc(now - 72 * hour), sinceUtc: utc(now - 73 * hour) },
      0,
      false,
    ],
  ])('one %s', (_what, more, passedMs, holds) => {
    const some = hearAll(event(more));
    expect(names(some, pads, undefined, now + passedMs)).toEqual(holds ? ['sam'] : []);
  });

  test.each<[string, string, string, readonly string[]]>([
    ['the service recovers', 'down', 'up', []],
    ['it falls here soon after another saw it', 'up', 'down', ['sam']],
    ['it becomes worse', 'degraded', 'down', ['sam']],
    ['it is looked at for the first time', 'unknown', 'down', ['sam']],
  ])('when %s', (_what, from, to, expected) => {
    expect(names(heard, pads, staleAfter(undefined, { from, to }, now))).toEqual(expected);
  });

  test('for the next trouble, long after, it is worth nothing', () => {
    const later = now - 10 * minute + earlierMs;
    expect(names(heard, pads, staleAfter(undefined, { from: 'up', to: 'down' }, later))).toEqual(
      [],
    );
    const recovered = staleAfter(undefined, { from: 'down', to: 'up' }, now);
    expect(staleAfter(recovered, { from: 'up', to: 'down' }, now + minute)).toBe(now);
  });
});

test('a note that grows by what stands for its secrets is cut to what the others take', () => {
  expect(cutToReason('[IP] '.repeat(70))).toHaveLength(reasonLimit);
  expect(cutToReason(`${'a'.repeat(reasonLimit - 1)}🐢`)).toBe('a'.repeat(reasonLimit - 1));
});
