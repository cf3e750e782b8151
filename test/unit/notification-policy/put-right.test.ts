import { expect, test } from 'vitest';
import { acknowledgementFor, isOver, muteFor } from '../../../shared/notification-policy/mutes.ts';
import { defaultQuietHours } from '../../../shared/notification-policy/quiet-hours.ts';

const nowUtcMs = Date.UTC(2026, 10, 24, 14, 0);
const minute = 60_000;

const snooze = muteFor('1h', nowUtcMs, defaultQuietHours, 'America/Toronto');
const pause = muteFor('tomorrow', nowUtcMs, defaultQuietHours, 'America/Toronto');
const acknowledgement = acknowledgementFor('4h', nowUtcMs, 'We know.');

/** By how many minutes the clock is set back just after it was made. */
const rows = [
  { what: 'a snooze', mute: snooze, back: 1, over: false },
  { what: 'a snooze', mute: snooze, back: 2, over: false },
  { what: 'a snooze', mute: snooze, back: 5, over: false },
  { what: 'a pause of all', mute: pause, back: 3, over: false },
  { what: 'an acknowledgement', mute: acknowledgement, back: 3, over: false },
  { what: 'a snooze', mute: snooze, back: 6, over: true },
  { what: 'an acknowledgement', mute: acknowledgement, back: 120, over: true },
];

test.each(rows)('$what under a clock that was put back by $back min: over is $over', (row) => {
  expect(isOver(row.mute, nowUtcMs - row.back * minute)).toBe(row.over);
});
