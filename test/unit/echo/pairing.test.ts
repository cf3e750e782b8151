/** Values measured at the same moment, and how they change during a test. */
import { describe, expect, test } from 'vitest';
import { mediaFigures } from '../../../shared/echo/figures.ts';
import { changeOf, valueAt } from '../../../shared/echo/pairing.ts';
import type { Reading } from '../../../shared/echo/readings.ts';

const everyMs = 250;

describe('pairs of one moment', () => {
  const line = [
    { atUtcMs: 0, ms: 20 },
    { atUtcMs: 1000, ms: 60 },
    { atUtcMs: 1000, ms: 80 },
    { atUtcMs: 2000, ms: 40 },
  ];
  test.each([
    [-500, 20],
    [0, 20],
    [500, 40],
    [1500, 60],
    [9000, 40],
  ])('at %d ms it is %d', (atUtcMs, ms) => expect(valueAt(line, atUtcMs)).toBe(ms));
  test('without any there is none', () => expect(valueAt([], 0)).toBeUndefined());

  const rising = (count: number, step: number) =>
    Array.from({ length: count }, (_, at) => ({ atUtcMs: at * 1000, ms: 100 + at * step }));
  test.each([
    [20, 10, 140],
    [20, -10, -140],
    [20, 0, 0],
    [6, 30, 120],
    [5, 30, undefined],
    [0, 0, undefined],
  ])('%d values that rise by %d change by %s', (count, step, change) =>
    expect(changeOf(rising(count, step))).toBe(change),
  );
  test('one value that is far off changes nothing', () => {
    const values = rising(12, 0).map((one, at) => (at === 1 ? { ...one, ms: 900 } : one));
    expect(changeOf(values)).toBe(0);
  });

  test('a line that becomes slower is no server that does', () => {
    const run = (lineGrows: number, serverGrows: number) => {
      const trip = (atMs: number) => 20 + (lineGrows * atMs) / 20_000;
      let answered = 0;
      let totalMs = 0;
      const given = Array.from({ length: 85 }, (_, at): Reading => {
        const atUtcMs = at * everyMs;
        if (at % 8 === 0) {
          answered += 1;
          totalMs += trip(atUtcMs);
        }
        return {
          atUtcMs,
          checks: { answered, totalMs },
          buffer: { samples: at * 12_000, totalMs: at * 12_000 * 30 },
        };
      });
      const heard = Array.from({ length: 20 }, (_, number) => {
        const sentMs = number * 1000;
        const echoMs = 30 + 27 + trip(sentMs) + (serverGrows * sentMs) / 20_000;
        return { number, echoMs, heardUtcMs: sentMs + echoMs };
      });
      return mediaFigures({ readings: given, startUtcMs: 0, sent: 20, heard });
    };
    const slowerLine = run(400, 0);
    expect(Math.abs(slowerLine.echo?.restChangeMs ?? NaN)).toBeLessThan(30);
    expect(slowerLine.roundTripChangeMs).toBeGreaterThan(200);
    const slowerServer = run(0, 400);
    expect(slowerServer.echo?.restChangeMs).toBeGreaterThan(200);
    expect(slowerServer.roundTripChangeMs).toBe(0);
  });
});
