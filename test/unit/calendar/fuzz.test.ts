import { expect, test } from 'vitest';
import { fuzzCalendar } from '../../fuzz/calendar.ts';

test('300 calendars; `npm run fuzz -- calendar` takes 20,000', { timeout: 120_000 }, () => {
  const lines: string[] = [];
  const failed = fuzzCalendar({ runs: 300, seed: 20_261_124, log: (line) => lines.push(line) });
  expect([failed, ...lines]).toEqual([
    0,
    'calendar: 300 inputs, 0 failures',
    expect.stringMatching(/^large calendars: \d+, 0 failures$/),
  ]);
});
