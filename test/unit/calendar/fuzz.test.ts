import { expect, test } from 'vitest';
import { fuzzCalendar } from '../../fuzz/calendar.ts';

test('2,000 calendars; `npm run fuzz -- calendar` takes 100,000', { timeout: 120_000 }, () => {
  const lines: string[] = [];
  const failed = fuzzCalendar({ runs: 2000, seed: 20_261_124, log: (line) => lines.push(line) });
  expect([failed, ...lines]).toEqual([
    0,
    'calendar: 2000 inputs, 0 failures',
    expect.stringMatching(/^large calendars: \d+, 0 failures$/),
  ]);
});
