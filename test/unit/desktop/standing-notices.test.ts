/** Warnings of all kinds leave the screen when what they warn of is over, or told anew. */
import { expect, test } from 'vitest';
import { createClockWarning } from '../../../main/core/notifications/clock-warning.ts';
import type { NoticeOptions, ShownNotice } from '../../../main/core/notifications/notification.ts';
import { createStandingNotices } from '../../../main/desktop/standing-notices.ts';
import { reminderStanding } from '../../../shared/calendar/reminders.ts';
import type { Standing } from '../../../shared/standing.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';

function stage() {
  const screen = new Map<ShownNotice, string>();
  const places: (string | undefined)[] = [];
  const notices = createStandingNotices({
    show: ({ title }, { replaces }) => {
      places.push(replaces && screen.get(replaces));
      if (replaces) screen.delete(replaces);
      const notice = { withdraw: () => void screen.delete(notice) };
      screen.set(notice, title);
      return notice;
    },
    dispose: () => undefined,
  });
  const show = (title: string, more: Partial<NoticeOptions> = {}) =>
    notices.show({ title, body: '', urgent: false }, { onClick: () => undefined, ...more });
  return { ...notices, show, places, screen: () => [...screen.values()] };
}

const about = (...keys: readonly string[]): Standing => ({
  tells: keys,
  about: keys,
  isOver: () => false,
});

test('one that stands for nothing stays until it is put away', () => {
  const { show, review, screen } = stage();
  show('Coop Tray keeps running');
  show('Another', { standing: about('clock') });
  review();
  expect(screen()).toEqual(['Coop Tray keeps running', 'Another']);
});

test('one makes way for one that tells all of it, of whatever kind', () => {
  const { show, screen, places } = stage();
  show('Backups of Files and Pads', { standing: about('backup files', 'backup pads') });
  show('Backup of Files', { standing: about('backup files') });
  expect(screen()).toHaveLength(2);
  show('Backups of Files and Pads again', { standing: about('backup files', 'backup pads') });
  expect(screen()).toEqual(['Backups of Files and Pads again']);
  expect(places).toEqual([undefined, undefined, 'Backup of Files']);
});

test('the warning of a wrong clock leaves when the clock is right', () => {
  const { show, review, screen } = stage();
  let clockOffMs: number | undefined = 3_600_000;
  const warning = createClockWarning({
    t: createTranslate('en'),
    times: createTimes('en', 'America/Toronto'),
    connectivity: () => ({
      state: 'online',
      sinceUtcMs: 0,
      ...(clockOffMs === undefined ? {} : { clockOffMs }),
    }),
    isQuiet: () => false,
    show: ({ title }, standing) => show(title, { standing }),
  });
  warning.review();
  review();
  expect(screen()).toHaveLength(1);
  clockOffMs = undefined;
  warning.review();
  review();
  expect(screen()).toEqual([]);
});

test.each([
  ['runs', 20, false],
  ['has ended', 31, true],
])('a reminder of a meeting that %s', (_what, minutes, isOver) => {
  const minuteMs = 60_000;
  const meeting = { id: 'a', startUtcMs: 0, endUtcMs: 30 * minuteMs };
  expect(reminderStanding(meeting, () => minutes * minuteMs).isOver()).toBe(isOver);
});

test('days of trouble cost no memory without end', () => {
  const { show, review } = stage();
  let asked = 0;
  const standing = (at: number): Standing => ({
    ...about(`service ${at}`),
    isOver: () => {
      asked += 1;
      return false;
    },
  });
  for (let at = 0; at < 200; at += 1) show(`number ${at}`, { standing: standing(at) });
  review();
  expect(asked).toBe(50);
});
