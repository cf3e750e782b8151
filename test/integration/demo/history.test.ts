/** The canned history, taken over by the app's own code into a real database. */
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CannedHistory } from '../../../main/demo/history/index.ts';
import { cannedHistory } from '../../../main/demo/history/index.ts';
import { cannedJournal } from '../../../main/demo/history/journal.ts';
import { uptimeOf, watchedMs } from '../../../shared/history/figures.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { createCalendar } from '../../../shared/time/calendar.ts';
import { fakeClock } from '../../unit/clock.ts';
import { minute, pathOf, remember, short } from '../history/remember.ts';

const timeZone = 'America/Toronto';

const canned: CannedHistory = {
  services: [
    { id: 'calls', usualMs: 120 },
    { id: 'pads', usualMs: 60 },
  ],
  episodes: [
    // At the change to winter time, to be sure that days stay days.
    {
      serviceId: 'calls',
      kind: 'down',
      daysAgo: 24,
      atHour: 9.5,
      minutes: 42,
      reason: reason('refused'),
    },
    { serviceId: 'pads', kind: 'maintenance', daysAgo: 3, atHour: 2, minutes: 30 },
    { serviceId: 'calls', kind: 'degraded', daysAgo: 0, atHour: 4, minutes: 20 },
    // It would end after now.
    { serviceId: 'calls', kind: 'down', daysAgo: 0, atHour: 9, minutes: 30 },
  ],
  gap: { daysAgo: 40, days: 2 },
  seed: 7,
  nowUtcMs: fakeClock().nowUtcMs(),
  calendar: createCalendar(timeZone),
};

async function historyOf() {
  const clock = fakeClock();
  writeFileSync(pathOf('history.journal'), cannedJournal('test.coop', canned));
  return remember(clock);
}

test('ninety days with their incidents, and a gap that is not watched', async () => {
  const history = await historyOf();
  const view = await history.detail('calls', 'quarter');
  expect(short(view)).toEqual([
    ['degraded', 20, 'seen'],
    ['down', 42, 'seen'],
  ]);
  expect(view?.incidents[1]?.reason).toEqual(reason('refused'));
  const watched = view?.strip.map(({ time }) => watchedMs(time) > 0);
  expect(watched?.filter(Boolean)).toHaveLength(88);
  expect(watched?.indexOf(false)).toBe(89 - 40);
  expect(view?.strip[89 - 24]?.time.down).toBe(42 * minute);
  expect(
    view?.strip.slice(0, -1).every(({ unwatchedMs }) => unwatchedMs % (24 * 60 * minute) === 0),
  ).toBe(true);
  expect(view && uptimeOf(view.uptimes.month.time)).toBeCloseTo(1 - 42 / (30 * 24 * 60), 3);
  expect(view?.points.length).toBeGreaterThan(85);
  history.dispose();
});

test('charts of a day and of a week, with slower times while it was slow', async () => {
  const history = await historyOf();
  const day = await history.detail('calls', 'day');
  expect(day?.points.length).toBeGreaterThan(280);
  const totals = day?.points.map(({ means }) => means.total ?? 0) ?? [];
  expect(Math.max(...totals)).toBeGreaterThan(300);
  expect(totals.toSorted((a, b) => a - b)[140]).toBeLessThan(200);
  const week = await history.detail('pads', 'week');
  expect(week?.points.length).toBeGreaterThan(160);
  history.dispose();
});

test('the same for the same seed, and another for another', () => {
  expect(cannedHistory(canned)).toEqual(cannedHistory(canned));
  expect(cannedHistory(canned).hours).not.toEqual(cannedHistory({ ...canned, seed: 8 }).hours);
});
