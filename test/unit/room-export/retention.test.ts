/** What is shown for a room's retention at many moments: the times and the exact sentences. */
import { describe, expect, test } from 'vitest';
import type { RoomPlan } from '../../../shared/coop/accounts.ts';
import { fadingSentence, retentionSentence } from '../../../shared/wording/room-export.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import {
  ageOf,
  fadingRooms,
  goesSoon,
  roomViewsOf,
} from '../../../shared/room-export/retention.ts';

/** The catalogue tests cover non-breaking spaces. */
const plainSpaces = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const toronto = 'America/Toronto';
const tokyo = 'Asia/Tokyo';
const weekly = '0 3 * * 0';
const plan = (change: Partial<RoomPlan> = {}): RoomPlan => ({
  room: '#general:example.org',
  name: 'General',
  archived: false,
  ...change,
});
const purged = (cron: string, timeZone: string) =>
  plan({ keepDays: 90, purge: { cron, timeZone } });
const viewOf = (room: RoomPlan, nowUtcMs: number) =>
  roomViewsOf([room], nowUtcMs)[0] ?? expect.fail('no view');
const at = (text: string) => Date.parse(text);
const iso = (ms: number | undefined) => ms !== undefined && new Date(ms).toISOString().slice(0, 16);

// The clocks go back in Toronto on 1 November 2026 and forward on 14 March 2027; in Tokyo never.
test.each([
  [
    'a week before',
    weekly,
    toronto,
    '2026-10-24T12:00Z',
    '2026-10-18T07:00',
    '2026-10-25T07:00',
    'weekly',
  ],
  [
    'over the clocks going back',
    weekly,
    toronto,
    '2026-10-27T12:00Z',
    '2026-10-25T07:00',
    '2026-11-01T08:00',
    'weekly',
  ],
  [
    'over the clocks going ahead',
    weekly,
    toronto,
    '2027-03-10T12:00Z',
    '2027-03-07T08:00',
    '2027-03-14T07:00',
    'weekly',
  ],
  [
    'an hour that comes twice',
    '30 1 * * 0',
    toronto,
    '2026-10-30T12:00Z',
    '2026-10-25T05:30',
    '2026-11-01T05:30',
    'weekly',
  ],
  [
    'an hour that never comes',
    '30 2 * * 0',
    toronto,
    '2027-03-12T12:00Z',
    '2027-03-07T07:30',
    '2027-03-14T07:00',
    'weekly',
  ],
  [
    'no change of clocks',
    weekly,
    tokyo,
    '2026-10-27T12:00Z',
    '2026-10-24T18:00',
    '2026-10-31T18:00',
    'weekly',
  ],
  [
    'the very moment',
    weekly,
    tokyo,
    '2026-10-31T18:00Z',
    '2026-10-24T18:00',
    '2026-11-07T18:00',
    'weekly',
  ],
  [
    'every day',
    '0 3 * * *',
    toronto,
    '2026-10-31T12:00Z',
    '2026-10-31T07:00',
    '2026-11-01T08:00',
    'daily',
  ],
  [
    'every month',
    '0 3 1 * *',
    toronto,
    '2026-11-24T12:00Z',
    '2026-11-01T08:00',
    '2026-12-01T08:00',
    'monthly',
  ],
  [
    'twice a week',
    '0 3 * * 0,3',
    tokyo,
    '2026-11-24T12:00Z',
    '2026-11-21T18:00',
    '2026-11-24T18:00',
    'other',
  ],
  [
    'every minute',
    '* * * * *',
    tokyo,
    '2026-11-24T12:00Z',
    '2026-11-24T11:59',
    '2026-11-24T12:01',
    'other',
  ],
])('%s: %s in %s at %s', (_what, cron, zone, now, last, next, rhythm) => {
  const room = viewOf(purged(cron, zone), at(now));
  expect([iso(room.lastPurgeUtcMs), iso(room.nextPurgeUtcMs), room.rhythm]).toEqual([
    last,
    next,
    rhythm,
  ]);
});

test.each([
  ['a pattern that is none', 'weekly', toronto],
  ['a day that never comes', '0 0 31 2 *', toronto],
  ['a zone that does not exist', weekly, 'Mars/Olympus'],
])('%s tells no time, and takes nothing else away', (_what, cron, zone) => {
  expect(viewOf(purged(cron, zone), at('2026-11-24T12:00Z'))).toEqual({
    room: '#general:example.org',
    name: 'General',
    archived: false,
    keepDays: 90,
  });
});

const now = at('2026-11-24T12:00Z');
const day = 86_400_000;
describe.each([
  [
    'en',
    [
      'Messages older than 90 days are deleted every week; next on Sunday 03:00.',
      'Messages older than 90 days are deleted every week; next on Dec 6, 03:00.',
      'Messages older than 1 year are deleted.',
      'Old messages are deleted every month; next on Dec 1, 03:00.',
      'This room is archived.',
      'How long messages are kept here is unknown.',
      'Messages before Aug 24, 2026 are already deleted. Next: messages before Aug 31, 2026.',
    ],
  ],
  [
    'fr',
    [
      'Les messages de plus de 90 jours sont supprimés chaque semaine ; prochaine fois : dimanche 03:00.',
      'Les messages de plus de 90 jours sont supprimés chaque semaine ; prochaine fois : 6 déc., 03:00.',
      'Les messages de plus de 1 an sont supprimés.',
      'Les anciens messages sont supprimés chaque mois ; prochaine fois : 1er déc., 03:00.',
      'Ce salon est archivé.',
      'La durée de conservation des messages est inconnue ici.',
      'Les messages d’avant le 24 août 2026 sont déjà supprimés. Prochaine fois : messages d’avant le 31 août 2026.',
    ],
  ],
] as const)('in %s', (locale, sentences) => {
  const t = createTranslate(locale);
  const times = createTimes(locale, toronto);
  const monthly = plan({ purge: { cron: '0 3 1 * *', timeZone: toronto } });

  test.each([
    ['purged weekly', purged(weekly, toronto), now, sentences[0]],
    ['just purged', purged(weekly, toronto), at('2026-11-29T08:00Z'), sentences[1]],
    ['kept a year', plan({ keepDays: 365 }), now, sentences[2]],
    ['purged, nobody says how old', monthly, now, sentences[3]],
    ['archived', plan({ archived: true }), now, sentences[4]],
    ['nothing said', plan(), now, sentences[5]],
  ])('%s', (_what, room, at, sentence) => {
    expect(plainSpaces(retentionSentence(t, times, viewOf(room, at), at))).toBe(sentence);
  });

  test('what has gone, and what goes next', () => {
    const room = viewOf(purged(weekly, toronto), now);
    expect(plainSpaces(fadingSentence(t, times, room) ?? '')).toBe(sentences[6]);
    expect(fadingSentence(t, times, viewOf(plan({ keepDays: 90 }), now))).toBeUndefined();
  });
});

test.each([
  [1, 1, 'day'],
  [14, 2, 'week'],
  [28, 4, 'week'],
  [30, 30, 'day'],
  [45, 45, 'day'],
  [90, 90, 'day'],
  [91, 91, 'day'],
  [365, 1, 'year'],
  [3650, 10, 'year'],
])('%i days are %i of a %s', (days, count, unit) => {
  expect(ageOf(days)).toEqual({ count, unit });
});

test('rooms that lose something first come first; rooms that keep everything are no matter of this list', () => {
  const rooms = [
    plan({ room: '#kept:a', name: 'Kept' }),
    plan({ room: '#old:a', name: 'Old', archived: true }),
    { ...purged('0 3 1 * *', tokyo), name: 'Monthly' },
    { ...purged(weekly, tokyo), name: 'Weekly' },
  ];
  expect(fadingRooms(rooms, now).map(({ name }) => name)).toEqual(['Weekly', 'Monthly', 'Old']);
});

test.each([
  [undefined, false],
  [-day, true],
  [6.9 * day, true],
  [7 * day, false],
])('a purge in %i ms is soon: %s', (ms, isSoon) => {
  const next = ms === undefined ? {} : { nextPurgeUtcMs: now + ms };
  expect(goesSoon({ room: '#a:a', name: 'A', archived: false, ...next }, now)).toBe(isSoon);
});

test('of more rooms than one call computes, the others have their times with the next, even at once', () => {
  const rooms = Array.from({ length: 60 }, (_, minute) => purged(`${minute} 4 * * 2`, tokyo));
  const timed = () => roomViewsOf(rooms, now).filter((room) => room.nextPurgeUtcMs !== undefined);
  expect([timed().length, timed().length]).toEqual([50, 60]);
});
