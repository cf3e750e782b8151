/** What is made of occurrences: one list of all calendars, days, places to join, and what the tray has. */
import { describe, expect, test } from 'vitest';
import { daysOf } from '../../../shared/calendar/days.ts';
import { entriesOf } from '../../../shared/calendar/entries.ts';
import { withKnownIds } from '../../../shared/calendar/known-ids.ts';
import type { Occurrence } from '../../../shared/calendar/occurrence.ts';
import { ownRoom, placesOf } from '../../../shared/calendar/join-places.ts';
import { isStale } from '../../../shared/calendar/state.ts';
import { isNear, meetingsOf, nextChangeUtcMs } from '../../../shared/calendar/upcoming.ts';
import { createTranslate } from '../../translate.ts';
import { entry, hourMs, minuteMs, now, occurrence, zone } from './given.ts';

const t = createTranslate('en');
const calendar = (id: string, ...occurrences: readonly Occurrence[]) => ({
  id,
  name: id.toUpperCase(),
  occurrences,
});

describe('the list', () => {
  test('is in the order of starts, across calendars', () => {
    const late = occurrence('late', { startUtcMs: now + hourMs });
    const all = entriesOf([calendar('us', late), calendar('me', occurrence('soon'))]);
    expect(all.map(({ id }) => id)).toEqual(['soon', 'late']);
  });

  test('has once what two calendars have, with its title and the member’s answer', () => {
    const busy = occurrence('a', { title: '', isPrivate: true, joins: [] });
    const whole = occurrence('a', { title: 'Infra', answer: 'declined' });
    const [one, another] = entriesOf([calendar('us', busy), calendar('me', whole)]);
    expect(one).toMatchObject({ title: 'Infra', answer: 'declined' });
    expect(one?.isPrivate).toBeUndefined();
    expect(one?.calendars.map(({ name }) => name)).toEqual(['US', 'ME']);
    expect(another).toBeUndefined();
  });

  test('has the answer of whichever calendar knows it', () => {
    const answered = occurrence('a', { answer: 'declined' });
    const [one] = entriesOf([calendar('us', occurrence('a')), calendar('me', answered)]);
    expect(one?.answer).toBe('declined');
  });

  describe('has a copy with another id', () => {
    const meeting = (id: string, more: Partial<Occurrence> = {}) =>
      occurrence(id, { title: 'Infra', ...more });
    const idsOf = (us: readonly Occurrence[], me: readonly Occurrence[]) =>
      entriesOf([calendar('us', ...us), calendar('me', ...me)]).map(({ id }) => id);

    test.each<[string, readonly Occurrence[], readonly Occurrence[], readonly string[]]>([
      ['once', [meeting('a')], [meeting('b')], ['a']],
      ['twice in one calendar', [meeting('a'), meeting('b')], [], ['a', 'b']],
      ['twice in both', [meeting('a'), meeting('b')], [meeting('b'), meeting('a')], ['a', 'b']],
      ['another title', [meeting('a')], [meeting('b', { title: 'Care' })], ['a', 'b']],
      ['another end', [meeting('a')], [meeting('b', { endUtcMs: now + hourMs })], ['a', 'b']],
      ['no title', [meeting('a', { title: '' })], [meeting('b', { title: '' })], ['a', 'b']],
    ])('%s', (_what, us, me, ids) => {
      expect(idsOf(us, me)).toEqual(ids);
    });

    test('with the answer, and the ways to join, of both', () => {
      const call = { url: 'https://whereby.com/a', from: 'location' } as const;
      const copy = meeting('b', { answer: 'declined', joins: [call] });
      const [one] = entriesOf([calendar('us', meeting('a')), calendar('me', copy)]);
      expect(one).toMatchObject({ id: 'a', answer: 'declined' });
      expect(one?.joins).toEqual([...meeting('a').joins, call]);
    });
  });

  test('has what one of two copies lacks, and takes them lightly only if both do', () => {
    const shared = occurrence('a', { title: 'Assembly', isFree: true, isTentative: true });
    const own = occurrence('b', { title: 'Assembly', location: 'Salle 2' });
    const [one] = entriesOf([calendar('us', shared), calendar('me', own)]);
    expect(one).toMatchObject({ id: 'a', location: 'Salle 2' });
    expect([one?.isFree, one?.isTentative]).toEqual([undefined, undefined]);
    const alike = { ...own, isFree: true, isTentative: true } as const;
    const [light] = entriesOf([calendar('us', shared), calendar('me', alike)]);
    expect([light?.isFree, light?.isTentative]).toEqual([true, true]);
  });

  test('has another start as another one', () => {
    const moved = occurrence('a', { startUtcMs: now + hourMs });
    expect(entriesOf([calendar('us', occurrence('a')), calendar('me', moved)])).toHaveLength(2);
  });

  test('has texts in one line, without what turns the text around them', () => {
    const [one] = entriesOf([
      calendar('us', occurrence('a', { title: 'Infra\n\u202Emoc\u0000', location: 'x\n\ny' })),
    ]);
    expect([one?.title, one?.location]).toEqual(['Infra moc', 'x y']);
    const [long] = entriesOf([calendar('us', occurrence('a', { title: 'x'.repeat(10_000) }))]);
    expect(long?.title).toHaveLength(200);
  });
});

describe('an id', () => {
  const idsOf = (known: readonly Occurrence[], next: readonly Occurrence[]) =>
    withKnownIds(known, next).map(({ id }) => id);
  const at = (id: string, title: string, more: Partial<Occurrence> = {}) =>
    occurrence(id, { title, ...more });

  test.each<[string, readonly Occurrence[], readonly Occurrence[], readonly string[]]>([
    ['is new at first', [], [at('a', 'Infra')], ['a']],
    ['stays', [at('a', 'Infra')], [at('a', 'Infra')], ['a']],
    ['stays though it is another one', [at('a', 'Infra')], [at('b', 'Infra')], ['a']],
    ['of what has moved', [at('a', 'Infra')], [at('b', 'Infra', { startUtcMs: now })], ['b']],
    ['of what has another title', [at('a', 'Infra')], [at('b', 'Care')], ['b']],
    [
      'beside one that is still there',
      [at('a', 'Infra')],
      [at('a', 'Infra'), at('b', 'Infra')],
      ['a', 'b'],
    ],
    ['is given once', [at('a', 'Infra')], [at('b', 'Infra'), at('c', 'Infra')], ['a', 'c']],
    ['of two that are alike', [at('a', ''), at('b', '')], [at('b', ''), at('c', '')], ['b', 'a']],
  ])('%s', (_what, known, next, ids) => {
    expect(idsOf(known, next)).toEqual(ids);
  });
});

describe('days', () => {
  const days = (one: Occurrence, from = now) =>
    daysOf(entriesOf([calendar('us', one)]), [], zone, from);

  test('are seven, from today in the member’s zone', () => {
    const dates = days(occurrence('a')).map(({ date }) => date);
    expect([dates[0], dates.at(-1), dates.length]).toEqual(['2026-11-24', '2026-11-30', 7]);
    const tokyo = daysOf([], [], 'Asia/Tokyo', now + 2 * hourMs);
    expect(tokyo[0]?.date).toBe('2026-11-25');
  });

  test.each<[string, Partial<Occurrence>, readonly (readonly [number, object])[]]>([
    ['a meeting', {}, [[0, { from: 550, to: 580 }]]],
    ['without an end', { endUtcMs: now + 10 * minuteMs }, [[0, { from: 550 }]]],
    [
      'over midnight',
      { startUtcMs: now + 14 * hourMs, endUtcMs: now + 16 * hourMs },
      [
        [0, { from: 23 * 60 }],
        [1, { to: 60 }],
      ],
    ],
    [
      'until midnight',
      { startUtcMs: now + 14 * hourMs, endUtcMs: now + 15 * hourMs },
      [[0, { from: 23 * 60, to: 0 }]],
    ],
    [
      'two whole days',
      {
        startUtcMs: now - 9 * hourMs,
        endUtcMs: now + 39 * hourMs,
        allDay: { firstDay: '2026-11-24', lastDay: '2026-11-25' },
      },
      [
        [0, { isAllDay: true }],
        [1, { isAllDay: true }],
      ],
    ],
    ['yesterday', { startUtcMs: now - 24 * hourMs, endUtcMs: now - 23 * hourMs }, []],
    ['since yesterday', { startUtcMs: now - 24 * hourMs, endUtcMs: now }, [[0, { to: 540 }]]],
  ])('%s', (_what, more, expected) => {
    const found = days(occurrence('a', more)).flatMap(({ rows }, day) =>
      rows.map(({ from, to, isAllDay }) => [day, { from, to, isAllDay }]),
    );
    expect(found).toEqual(expected.map(([day, row]) => [day, expect.objectContaining(row)]));
    for (const [at, [, row]] of expected.entries()) {
      const got = Object.entries(found[at]?.[1] ?? {}).filter(([, value]) => value !== undefined);
      expect(Object.fromEntries(got)).toEqual(row);
    }
  });

  test('across the change to winter time, by the clock on the wall', () => {
    const saturday = Date.UTC(2026, 9, 31, 16);
    const one = occurrence('a', { startUtcMs: Date.UTC(2026, 10, 1, 15) });
    const [, sunday] = days(one, saturday);
    expect([sunday?.date, sunday?.rows[0]?.from]).toEqual(['2026-11-01', 600]);
  });

  test('tell no address of a call, not even as the place', () => {
    const location = 'https://zoom.example/j/1?pwd=secret';
    const joins = [{ url: location, from: 'location' }] as const;
    const text = JSON.stringify(days(occurrence('a', { location, joins })));
    expect(text).not.toContain('secret');
    expect(text).toContain('zoom.example');
  });
});

describe('places', () => {
  const rooms = [
    { name: 'Hall', url: 'https://calls.maple.example/rooms/hall' },
    { name: 'Élargie', url: 'https://jitsi.maple.example/Élargie' },
    { name: 'Large', url: 'https://go.maple.example/AbC' },
    { name: 'Small', url: 'https://go.maple.example/abc' },
    { name: 'Server', url: 'https://jitsi.maple.example' },
  ].map(ownRoom);
  const joins = (...urls: readonly string[]) => urls.map((url) => ({ url, from: 'url' as const }));

  test.each<[string, readonly string[], readonly string[]]>([
    ['none', [], []],
    ['a host', ['https://www.zoom.example/j/1'], ['zoom.example']],
    ['a room of the co-op', ['https://calls.maple.example/rooms/hall'], ['Hall!']],
    [
      'the room first, however it is written',
      ['https://zoom.example/j/1', 'https://Calls.maple.example/rooms/hall/join?x=1'],
      ['Hall!', 'zoom.example'],
    ],
    [
      'the same room once',
      ['https://calls.maple.example/rooms/hall', 'https://calls.maple.example/rooms/hall/join'],
      ['Hall!'],
    ],
    // Addresses from before an update, in invitations that nobody rewrites (Greenlight 5288, 4192).
    ['a room of Greenlight 2', ['https://calls.maple.example/b/hall'], ['Hall!']],
    ['a room of Greenlight 2 elsewhere', ['https://x.example/b/hall'], ['x.example']],
    // Jitsi takes capitals and encoded letters for the same (jitsi-meet 1274 and 4713).
    ['a room in other capitals', ['https://jitsi.maple.example/%C3%A9Largie#x'], ['Élargie!']],
    [
      'a room of BigBlueButton in other capitals',
      ['https://calls.maple.example/rooms/HALL'],
      ['Hall!'],
    ],
    ['a room beside one in other capitals', ['https://go.maple.example/abc'], ['Small!']],
    ['a port that goes without saying', ['https://calls.maple.example:443/rooms/hall'], ['Hall!']],
    ['another port', ['https://calls.maple.example:8443/rooms/hall'], ['calls.maple.example']],
    ['half an encoded letter', ['https://jitsi.maple.example/%C3'], ['jitsi.maple.example']],
    ['another room', ['https://calls.maple.example/rooms/hallway'], ['calls.maple.example']],
    ['a room that is only a server', ['https://jitsi.maple.example/Any'], ['jitsi.maple.example']],
    [
      'many',
      Array.from({ length: 20 }, (_, at) => `https://h${at}.example/`),
      Array.from({ length: 8 }, (_, at) => `h${at}.example`),
    ],
  ])('%s', (_what, urls, names) => {
    const places = placesOf(joins(...urls), rooms);
    expect(places.map(({ name, isOwnRoom }) => name + (isOwnRoom ? '!' : ''))).toEqual(names);
  });
});

describe('the next meetings', () => {
  const next = (more: Partial<Occurrence>) => meetingsOf([entry('a', more)], [], t, now);

  test.each<[string, Partial<Occurrence>, boolean]>([
    ['soon', {}, true],
    ['under way', { startUtcMs: now - hourMs, endUtcMs: now + 1 }, true],
    ['over', { startUtcMs: now - hourMs, endUtcMs: now }, false],
    ['without an end, just begun', { startUtcMs: now - 1, endUtcMs: now - 1 }, true],
    ['without an end, begun long ago', { startUtcMs: now - hourMs, endUtcMs: now - hourMs }, false],
    ['in a day', { startUtcMs: now + 24 * hourMs }, true],
    ['in more', { startUtcMs: now + 25 * hourMs }, false],
    ['declined', { answer: 'declined' }, false],
    ['a whole day', { allDay: { firstDay: '2026-11-24', lastDay: '2026-11-24' } }, false],
  ])('%s', (_what, more, isNext) => {
    expect(next(more)).toHaveLength(isNext ? 1 : 0);
  });

  test('have a title and a place, and no address', () => {
    expect(next({ title: '' })).toEqual([
      {
        id: 'a',
        calendarId: 'coop',
        title: 'Untitled meeting',
        startUtcMs: now + 10 * minuteMs,
        endUtcMs: now + 40 * minuteMs,
        join: { name: 'calls.maple.example' },
      },
    ]);
    expect(next({ isPrivate: true, title: '', joins: [] })[0]).toMatchObject({ title: 'Busy' });
    expect(next({ joins: [] })[0]).not.toHaveProperty('join');
  });

  test('what is said of one changes when it comes near, by the minute until it has begun, and at its end', () => {
    const startUtcMs = now + 2 * hourMs;
    const [meeting] = meetingsOf([entry('a', { startUtcMs })], [], t, now);
    if (!meeting) throw new Error('no meeting');
    const moments: number[] = [];
    for (
      let at = nextChangeUtcMs([meeting], now);
      at !== undefined;
      at = nextChangeUtcMs([meeting], at)
    )
      moments.push((at - startUtcMs) / minuteMs);
    const counted = Array.from({ length: 32 }, (_, at) => at - 30);
    expect(moments).toEqual([...counted, 30]);
    expect(isNear(meeting, startUtcMs - 31 * minuteMs)).toBe(false);
    expect(isNear(meeting, startUtcMs - 30 * minuteMs)).toBe(true);
    expect(isNear(meeting, startUtcMs + 30 * minuteMs)).toBe(false);
  });
});

test.each<[string, number | undefined, boolean]>([
  ['never read', undefined, true],
  ['just read', now, false],
  ['a day ago', now - 24 * hourMs, false],
  ['longer ago', now - 24 * hourMs - 1, true],
])('a calendar is old: %s', (_what, readAtUtcMs, isOld) => {
  expect(isStale(readAtUtcMs, now)).toBe(isOld);
});
