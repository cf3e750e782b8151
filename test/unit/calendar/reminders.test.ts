/** Of which meetings a member is reminded, and when: what users of such programs reported. */
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../shared/calendar/entries.ts';
import type { Occurrence } from '../../../shared/calendar/occurrence.ts';
import type { Reminding } from '../../../shared/calendar/reminders.ts';
import { dueReminders, nextReminderUtcMs, withTold } from '../../../shared/calendar/reminders.ts';
import type { Remind } from '../../../shared/calendar/state.ts';
import { entry, hourMs, minuteMs, now } from './given.ts';

const tenBefore: Remind = { minutes: 10, inQuietHours: false };

function given(entries: readonly Entry[], more: Partial<Reminding> = {}): Reminding {
  return {
    entries,
    reminds: new Map([['coop', tenBefore]]),
    told: [],
    quiet: undefined,
    nowUtcMs: now,
    ...more,
  };
}
const due = (all: Reminding) => dueReminders(all).map(({ id }) => id);

describe('when', () => {
  /** Minutes from now to the start, minutes that it lasts, and whether it is told now. */
  test.each<[string, number, number, boolean]>([
    ['too early', 10.01, 30, false],
    ['at its moment', 10, 30, true],
    ['late, as after a sleep', 3, 30, true],
    ['at its start', 0, 30, true],
    ['just begun', -4, 30, true],
    ['at the last moment', -5, 30, true],
    ['begun too long ago', -5.01, 30, false],
    ['over, though it has just begun', -3, 2, false],
    ['without an end', -3, 0, true],
  ])('%s', (_what, inMinutes, lasts, isTold) => {
    const startUtcMs = now + inMinutes * minuteMs;
    const one = entry('a', { startUtcMs, endUtcMs: startUtcMs + lasts * minuteMs });
    expect(due(given([one]))).toEqual(isTold ? ['a'] : []);
  });

  test('a member may want it at the start, or half an hour before', () => {
    const reminds = (minutes: number) => new Map([['coop', { ...tenBefore, minutes }]]);
    const one = entry('a', { startUtcMs: now + 30 * minuteMs });
    expect(due(given([one], { reminds: reminds(30) }))).toEqual(['a']);
    expect(due(given([one], { reminds: reminds(0) }))).toEqual([]);
    expect(due(given([{ ...one, startUtcMs: now }], { reminds: reminds(0) }))).toEqual(['a']);
  });
});

describe('of what', () => {
  test.each<[string, Partial<Occurrence>, boolean]>([
    ['a meeting with a link', {}, true],
    ['one with a place only', { joins: [], location: 'Kitchen' }, true],
    ['a block of time', { joins: [] }, false],
    ['a block of time with an empty place', { joins: [], location: '' }, false],
    ['a whole day', { allDay: { firstDay: '2026-11-24', lastDay: '2026-11-24' } }, false],
    ['a tentative one', { isTentative: true }, false],
    ['one that takes no time', { isFree: true }, false],
    ['a private one', { isPrivate: true }, false],
    ['declined', { answer: 'declined' }, false],
    ['answered with maybe', { answer: 'tentative' }, false],
    ['accepted', { answer: 'accepted' }, true],
    ['not answered', { answer: 'needs-action' }, true],
  ])('%s', (_what, more, isTold) => {
    expect(due(given([entry('a', more)]))).toEqual(isTold ? ['a'] : []);
  });

  test('none of a calendar whose reminders are off', () => {
    expect(due(given([entry('a', {}, ['other'])]))).toEqual([]);
    expect(due(given([entry('a')], { reminds: new Map() }))).toEqual([]);
  });

  test('both of two that begin at the same time, and of two back to back', () => {
    const next = { startUtcMs: now + 12 * minuteMs };
    expect(due(given([entry('a'), entry('b')]))).toEqual(['a', 'b']);
    const soon = { nowUtcMs: now + 2 * minuteMs };
    expect(due(given([entry('a'), entry('c', next)], soon))).toEqual(['a', 'c']);
  });

  test('one that two calendars have is told once, at the earlier time', () => {
    const early: Remind = { minutes: 20, inQuietHours: true };
    const reminds = new Map([
      ['coop', tenBefore],
      ['mine', early],
    ]);
    const one = entry('a', { startUtcMs: now + 20 * minuteMs }, ['coop', 'mine']);
    expect(due(given([one], { reminds, quiet: 'quiet-hours' }))).toEqual(['a']);
  });
});

describe('once', () => {
  const told = withTold([], [entry('a')]);

  test('what was told is not told again', () => {
    expect(due(given([entry('a')], { told }))).toEqual([]);
  });

  test('unless it is moved, also to an earlier time', () => {
    const sooner = entry('a', { startUtcMs: now + 5 * minuteMs });
    expect(due(given([sooner], { told }))).toEqual(['a']);
    const later = entry('a', { startUtcMs: now + hourMs });
    expect(due(given([later], { told, nowUtcMs: now + 50 * minuteMs }))).toEqual(['a']);
  });

  test('the next of its series is another one', () => {
    const next = entry('a/2', { uid: 'a' });
    expect(due(given([next], { told }))).toEqual(['a/2']);
  });

  test('the list of what was told does not grow for ever', () => {
    let all: Reminding['told'] = [];
    for (let at = 0; at < 300; at += 1) all = withTold(all, [entry(`m${at}`)]);
    expect(all).toHaveLength(200);
    expect(all.at(-1)?.id).toBe('m299');
  });
});

describe('in quiet hours', () => {
  const asked = new Map([['coop', { ...tenBefore, inQuietHours: true }]]);

  test.each<[string, Reminding['quiet'], Reminding['reminds'] | undefined, boolean]>([
    ['held', 'quiet-hours', undefined, false],
    ['told if the member chose so', 'quiet-hours', asked, true],
    ['a pause holds it all the same', 'pause', asked, false],
    ['a pause', 'pause', undefined, false],
  ])('%s', (_what, quiet, reminds, isTold) => {
    const all = given([entry('a')], { quiet, ...(reminds && { reminds }) });
    expect(due(all)).toEqual(isTold ? ['a'] : []);
  });

  test('what was held is told when they end, unless it is too late', () => {
    const held = given([entry('a')], { quiet: 'quiet-hours' });
    expect(nextReminderUtcMs(held)).toBe(now + minuteMs);
    expect(due({ ...held, quiet: undefined, nowUtcMs: now + 8 * minuteMs })).toEqual(['a']);
    expect(due({ ...held, quiet: undefined, nowUtcMs: now + 16 * minuteMs })).toEqual([]);
  });
});

test('the next moment is that of the next reminder, and there may be none', () => {
  const later = entry('b', { startUtcMs: now + hourMs });
  const latest = entry('c', { startUtcMs: now + 2 * hourMs });
  expect(nextReminderUtcMs(given([latest, later]))).toBe(now + 50 * minuteMs);
  expect(nextReminderUtcMs(given([entry('a', { startUtcMs: now - hourMs })]))).toBeUndefined();
  expect(nextReminderUtcMs(given([]))).toBeUndefined();
});
