import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Beat } from '../../../shared/feeds/heartbeats.ts';
import { readBeats } from '../../../shared/feeds/heartbeats.ts';
import type { FeedVerdict } from '../../../shared/feeds/reading.ts';

const now = Date.UTC(2026, 10, 24, 14, 0);
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Beats that report “up”, at these ages in ms, the newest last. */
const beats = (...agoMs: number[]): Beat[] =>
  agoMs.map((ago) => ({ verdict: 'up', atUtcMs: now - ago }));
/** `count` of them, `gap` apart, the newest `ago`. */
const every = (gap: number, count: number, ago: number) =>
  Array.from({ length: count }, (_, index) => ago + (count - 1 - index) * gap);
const verdict = (row: readonly Beat[]) => readBeats(row, now).verdict;

describe('a monitor that has stopped is unknown, however its row is broken', () => {
  test.each<[string, number[]]>([
    [
      'two beats a minute apart, then a week, then nothing',
      [19 * day + minute, 19 * day, 12 * day],
    ],
    ['two beats a week apart, two weeks ago', [22 * day, 15 * day]],
    ['a beat a week, two weeks ago', every(7 * day, 6, 15 * day)],
    [
      'a beat a minute with a week’s pause',
      [...every(minute, 50, 8 * day), ...every(minute, 50, 20 * minute)],
    ],
    ['the pause is the newest gap', [...every(minute, 99, 8 * day), 20 * minute]],
    [
      'two pauses',
      [...every(minute, 30, 20 * day), ...every(minute, 30, 9 * day), ...every(minute, 30, hour)],
    ],
    ['a row of minutes', every(minute, 100, 14 * minute)],
    ['three beats of a minute', every(minute, 3, 2 * hour)],
    ['a nightly job that was missed twice', every(day, 5, 50 * hour)],
    [
      'a nightly job with start and end, missed twice',
      [0, 1, 2, 3].flatMap((nights) => [
        50 * hour + (3 - nights) * day + 8 * second,
        50 * hour + (3 - nights) * day,
      ]),
    ],
    [
      'pairs of beats every minute',
      every(minute, 50, 30 * minute).flatMap((ago) => [ago + second, ago]),
    ],
    ['beats of ten seconds', every(10 * second, 100, 30 * minute)],
    ['a single beat', [26 * hour]],
    ['one beat, written twice', [26 * hour, 26 * hour]],
  ])('%s', (_what, ago) => {
    expect(verdict(beats(...ago))).toBe('unknown');
  });
});

describe('a monitor that works is not unknown until its next beat', () => {
  test.each<[string, number[]]>([
    [
      'the first night of a job that tells of its start and its end',
      [23 * hour + 8 * second, 23 * hour],
    ],
    ['its second night', [47 * hour + 8 * second, 47 * hour, 23 * hour + 8 * second, 23 * hour]],
    [
      'a job of two hours, some nights',
      [5, 4, 3, 2, 1].flatMap((nights) => [nights * day - hour, nights * day - 3 * hour]),
    ],
    [
      'a nightly job that beats now and then while it runs',
      [3, 2, 1, 0].flatMap((nights) => every(10 * minute, 5, nights * day + 20 * hour)),
    ],
    [
      'one that was looked at again and again while it failed',
      [...every(5 * minute, 40, 20 * minute), ...every(20 * second, 50, 4 * minute)],
    ],
    ['pairs', every(hour, 20, 50 * minute).flatMap((ago) => [ago + second, ago])],
    ['a week’s pause, over now', [...every(hour, 40, 8 * day), ...every(hour, 10, 2 * hour)]],
    ['one that was started a moment ago', [2 * second]],
    ['its first two beats, at once and on the minute', [90 * second, 80 * second]],
    ['a nightly job, an hour late', every(day, 7, 25 * hour)],
    ['a nightly job of yesterday alone', [24 * hour + 20 * minute]],
  ])('%s', (_what, ago) => {
    expect(verdict(beats(...ago))).toBe('up');
  });
});

describe('clocks that differ', () => {
  test('a page a little ahead of us is read as if it were not', () => {
    const row = every(minute, 30, -5 * minute);
    expect(readBeats(beats(...row), now)).toEqual({ verdict: 'up', asOfUtcMs: now });
    // A clock that is ahead affects all beats, so a last beat in the past is really that old.
    expect(verdict(beats(...every(minute, 30, 20 * minute)))).toBe('unknown');
  });

  test('a page hours ahead cannot be told from one that stopped hours ago', () => {
    expect(verdict(beats(...every(minute, 100, -50 * minute)))).toBe('unknown');
    expect(verdict(beats(-2 * hour))).toBe('unknown');
  });

  test('one beat of a clock that was set right since is left out', () => {
    expect(verdict(beats(3 * minute, 2 * minute, -5 * hour, minute, 0))).toBe('up');
  });
});

describe('what a row says', () => {
  const row = (...verdicts: (FeedVerdict | 'pending')[]): Beat[] =>
    verdicts.map((one, index) => ({
      verdict: one,
      atUtcMs: now - (verdicts.length - 1 - index) * minute,
    }));

  test('a beat that is still in doubt keeps the verdict before it, and shows that the monitor is awake', () => {
    const doubtful = row('up', 'up', ...Array.from({ length: 30 }, () => 'pending' as const));
    expect(readBeats(doubtful, now)).toEqual({ verdict: 'up', asOfUtcMs: now - 30 * minute });
    expect(verdict(row('pending', 'pending'))).toBe('unknown');
    const since = beats(12 * day + minute, 12 * day).concat(row('pending', 'pending', 'pending'));
    expect(verdict(since)).toBe('unknown');
  });

  test('since when is the first of the same', () => {
    expect(readBeats(row('up', 'down', 'pending', 'down'), now)).toEqual({
      verdict: 'down',
      asOfUtcMs: now,
      sinceUtcMs: now - 2 * minute,
    });
  });
});

describe('whatever the rhythm', () => {
  const rhythm = fc.record({
    gapMs: fc.integer({ min: minute, max: 20 * day }),
    count: fc.integer({ min: 3, max: 100 }),
    jitter: fc.array(fc.double({ min: 0, max: 0.1, noNaN: true }), {
      minLength: 100,
      maxLength: 100,
    }),
  });
  const rowOf = (
    { gapMs, count, jitter }: typeof rhythm extends fc.Arbitrary<infer T> ? T : never,
    ago: number,
  ) =>
    every(gapMs, count, ago).map((one, index) =>
      index === count - 1 ? ago : one - (jitter[index] ?? 0) * gapMs,
    );
  const options = { seed: 7, numRuns: 500 };

  test('a beat that is not due yet is not missed', () => {
    fc.assert(
      fc.property(rhythm, fc.double({ min: 0, max: 1, noNaN: true }), (one, part) => {
        expect(verdict(beats(...rowOf(one, one.gapMs * part)))).toBe('up');
      }),
      options,
    );
  });

  test('one pause, wherever it is and however long, lets nobody sleep longer', () => {
    const pause = fc.record({
      place: fc.nat({ max: 99 }),
      gaps: fc.integer({ min: 3, max: 1000 }),
    });
    fc.assert(
      fc.property(rhythm, pause, (one, { place, gaps }) => {
        const ago =
          1.1 * one.gapMs +
          Math.min(2.2 * one.gapMs, day) +
          11 * minute +
          (one.count < 12 ? 25 * hour : 0);
        const row = rowOf(one, ago);
        const broken = row.map((instant, index) =>
          index < place % one.count ? instant + gaps * one.gapMs : instant,
        );
        expect(verdict(beats(...broken))).toBe('unknown');
      }),
      options,
    );
  });
});
