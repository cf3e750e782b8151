/**
 * Which calls Today names, and how: as members of other calendars in a menu bar asked for. One under way must not hide
 * the next, two at the same time are both there, and a long wait is no countdown.
 */
import { expect, test } from 'vitest';
import type { Meeting } from '../../../shared/calendar/meeting.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { callLines } from '../../../shared/today/calls.ts';
import { snapshotOf } from '../../fixtures/views.ts';
import { createTranslate } from '../../translate.ts';

/** 09:00 on a Tuesday in Toronto. */
const now = Date.UTC(2026, 10, 24, 14);
const minuteMs = 60_000;

const wordsIn = (locale: 'en' | 'fr') => ({
  t: createTranslate(locale),
  times: createTimes(locale, 'America/Toronto'),
});
/** From and to in minutes from now. */
const meeting = (
  title: string,
  from: number,
  to: number,
  more: Partial<Meeting> = {},
): Meeting => ({
  id: `${title} ${from}`,
  calendarId: 'coop',
  title,
  startUtcMs: now + from * minuteMs,
  endUtcMs: now + to * minuteMs,
  ...more,
});
function linesOf(meetings: readonly Meeting[], locale: 'en' | 'fr' = 'en') {
  const lines = callLines(wordsIn(locale), snapshotOf({ meetings: [...meetings] }), now);
  return lines === 'unknown' ? [] : lines.map(({ say, ...line }) => ({ ...line, ...say() }));
}

test('without knowledge of the calendars, nothing is no answer', () => {
  expect(callLines(wordsIn('en'), snapshotOf(), now)).toBe('unknown');
  expect(callLines(wordsIn('en'), snapshotOf({ meetings: [] }), now)).toEqual([]);
});

test.each<[string, readonly Meeting[], readonly string[]]>([
  ['no meeting', [], []],
  ['one soon', [meeting('Infra', 10, 70)], ['Infra in 10 min']],
  ['one in nine and a half minutes', [meeting('Infra', 9.5, 70)], ['Infra in 10 min']],
  ['one in ten seconds', [meeting('Infra', 1 / 6, 70)], ['Infra in 1 min']],
  ['one that begins now', [meeting('Infra', 0, 60)], ['Infra starts now']],
  ['one in more than an hour', [meeting('Infra', 61, 120)], ['Infra, 10:01']],
  ['one tomorrow', [meeting('Infra', 23 * 60, 24 * 60)], ['Infra, Nov 25, 08:00']],
  ['one under way', [meeting('Infra', -20, 40)], ['Infra, since 08:40']],
  ['one that ends now', [meeting('Infra', -60, 0)], []],
  [
    'one after the other, at the moment between',
    [meeting('Infra', -60, 0), meeting('Plan', 0, 60)],
    ['Plan starts now'],
  ],
  [
    'one under way, and the next',
    [meeting('Infra', -20, 40), meeting('Plan', 15, 60)],
    ['Infra, since 08:40', 'Plan in 15 min'],
  ],
  [
    'two that begin together, and a later one',
    [meeting('Infra', 15, 60), meeting('Plan', 15, 60), meeting('Later', 30, 60)],
    ['Infra in 15 min', 'Plan in 15 min'],
  ],
  ['one without an end, just begun', [meeting('Infra', -10, -10)], ['Infra, since 08:50']],
  ['one without an end, long ago', [meeting('Infra', -30, -30)], []],
])('%s', (_what, meetings, sentences) => {
  expect(linesOf(meetings).map(({ sentence }) => sentence)).toEqual(sentences);
});

test('its times and its room are told', () => {
  const join = { name: 'Maple Hall', isOwnRoom: true } as const;
  expect(linesOf([meeting('Infra', 10, 70, { join })])[0]?.more).toEqual([
    '09:10 – 10:10',
    'Maple Hall',
  ]);
  expect(linesOf([meeting('Infra', 10, 10)])[0]?.more).toEqual(['09:10']);
});

test('a name that is read out does not count down', () => {
  expect(linesOf([meeting('Infra', 10, 70)])[0]?.about).toBe('Infra');
});

test('in French', () => {
  const all = [meeting('Infra', -20, 40), meeting('Plan', 15, 60)];
  expect(linesOf(all, 'fr').map(({ sentence }) => sentence.replaceAll(/\s/g, ' '))).toEqual([
    'Infra, depuis 08:40',
    'Plan dans 15 min',
  ]);
});
