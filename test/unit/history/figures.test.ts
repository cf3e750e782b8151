import { describe, expect, test } from 'vitest';
import { createCalendar, hourMs } from '../../../shared/time/calendar.ts';
import { csvLine } from '../../../shared/text/csv.ts';
import type { TimeByKind } from '../../../shared/history/figures.ts';
import {
  addTimings,
  byHour,
  noFigures,
  noTime,
  shownUptime,
  uptimeOf,
  worstOf,
} from '../../../shared/history/figures.ts';
import { lastDays, stripOf } from '../../../shared/history/strip.ts';

const time = (some: Partial<TimeByKind>): TimeByKind => ({ ...noTime, ...some });

describe('uptime', () => {
  test.each([
    ['all up', { up: 100 }, 1],
    ['degraded works', { up: 50, degraded: 50 }, 1],
    ['down does not', { up: 75, down: 25 }, 0.75],
    [
      'maintenance and unknown count neither way',
      { up: 75, down: 25, maintenance: 500, unknown: 900 },
      0.75,
    ],
    ['nothing watched is no figure', {}, undefined],
    ['nor is maintenance alone', { maintenance: 5 }, undefined],
  ])('%s', (_name, some, expected) => {
    expect(uptimeOf(time(some))).toBe(expected);
  });

  test('of nine seconds is not shown, of an hour it is', () => {
    expect(shownUptime(time({ up: 9000 }))).toBeUndefined();
    expect(shownUptime(time({ up: 9000, unknown: 9_000_000 }))).toBeUndefined();
    expect(shownUptime(time({ up: 2_700_000, down: 900_000 }))).toBe(0.75);
  });
});

test.each([
  [{}, undefined],
  [{ unknown: 5 }, 'unknown'],
  [{ unknown: 5, up: 1 }, 'up'],
  [{ up: 9, maintenance: 1 }, 'maintenance'],
  [{ up: 9, maintenance: 1, degraded: 1 }, 'degraded'],
  [{ up: 86_000, degraded: 1, down: 1 }, 'down'],
])('the worst of %j is %s', (some, expected) => {
  expect(worstOf(time(some))).toBe(expected);
});

test('what is not measured is absent, never 0', () => {
  const figures = [{ dns: 2, total: 10 }, { total: 30 }, {}].reduce(addTimings, noFigures);
  expect(figures.spreads).toEqual({
    dns: { count: 1, sum: 2, min: 2, max: 2 },
    total: { count: 2, sum: 40, min: 10, max: 30 },
  });
});

test('a span is cut at the hours', () => {
  const from = Date.UTC(2026, 10, 24, 13, 50);
  const pieces = byHour(
    { kind: 'up', fromUtcMs: from, toUtcMs: from + 75 * 60_000 },
    createCalendar('America/Toronto'),
  );
  expect(pieces.map(({ span }) => (span.toUtcMs - span.fromUtcMs) / 60_000)).toEqual([10, 60, 5]);
});

describe('the strip of 90 days', () => {
  const calendar = createCalendar('America/Toronto');
  const now = Date.UTC(2026, 10, 24, 17, 0);
  const midnight = Date.UTC(2026, 10, 24, 5, 0);

  test('ends today, and days that nobody watched are without figures', () => {
    const strip = stripOf([], calendar, now);
    expect([strip.length, strip.at(-1)?.date, strip[0]?.date]).toEqual([
      90,
      '2026-11-24',
      '2026-08-27',
    ]);
    expect(strip.map((day) => worstOf(day.time))).toEqual(Array(90).fill(undefined));
    expect(strip.at(-1)?.unwatchedMs).toBe(12 * hourMs);
    // The clock went back on 1 November.
    expect(strip.find((day) => day.date === '2026-11-01')?.unwatchedMs).toBe(25 * hourMs);
  });

  test('adds up what belongs to a day', () => {
    const strip = stripOf(
      [
        { atUtcMs: midnight, time: time({ up: 5 * hourMs }) },
        { atUtcMs: midnight + 6 * hourMs, time: time({ down: hourMs }) },
        { atUtcMs: midnight - 1, time: time({ up: hourMs }) },
      ],
      calendar,
      now,
    );
    expect(strip.at(-1)).toEqual({
      date: '2026-11-24',
      time: time({ up: 5 * hourMs, down: hourMs }),
      unwatchedMs: 6 * hourMs,
    });
    expect(strip.find((day) => day.date === '2026-11-23')?.time.up).toBe(hourMs);
    expect(lastDays(strip, 7).time).toEqual(time({ up: 6 * hourMs, down: hourMs }));
  });
});

test.each([
  [['a', 1, undefined, 0.5], 'a,1,,0.5\r\n'],
  [['say "no"', 'a,b', 'two\nlines'], '"say ""no""","a,b","two\nlines"\r\n'],
  [['=1+1', '@x', '-5', -5], "'=1+1,'@x,'-5,-5\r\n"],
])('cells %j are a line of CSV', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
