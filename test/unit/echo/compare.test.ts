import { describe, expect, test } from 'vitest';
import { compare } from '../../../shared/echo/compare.ts';
import { failure } from '../../../shared/echo/failure.ts';
import type { Result } from '../../../shared/echo/state.ts';
import type { Line } from './figures.ts';
import { measured, nothingMeasured, result } from './figures.ts';

const server = (id: string) => ({
  instance: { id, name: id.toUpperCase() },
  host: `${id}.example`,
});
const run = (id: string, line: Line) => result(server(id), measured(line));
const failedRun = (id: string) => {
  const { host: _none, ...rest } = result(server(id), nothingMeasured, failure('offline', 'find'));
  return rest;
};
const refusedRun = (id: string) =>
  result(server(id), nothingMeasured, failure('not-started', 'join'));

function outcome(results: readonly Result[]): string {
  const [one, ...others] = compare(results);
  expect(others).toEqual([]);
  if (!one) return 'none';
  return one.outcome.kind === 'better' ? `better ${one.outcome.key}` : one.outcome.kind;
}

describe('which server is better', () => {
  const a = [run('a', {}), run('a', { roundTrip: 30 })];
  const slow = [run('b', { server: 300 }), run('b', { server: 310 })];
  test.each<[string, readonly Result[], string]>([
    ['a clear difference', [...a, ...slow], 'better a a.example'],
    ['whatever the order', [...slow, ...a].toReversed(), 'better a a.example'],
    ['less than anybody hears', [...a, run('b', { roundTrip: 60 }), run('b', {})], 'no-difference'],
    [
      'one good test among bad ones',
      [...a, run('b', {}), run('b', { server: 400 })],
      'no-difference',
    ],
    [
      'the spread is as wide as the difference',
      [...slow, run('a', {}), run('a', { server: 350 })],
      'no-difference',
    ],
    [
      'the best of three must beat both',
      [...a, ...slow, run('c', {}), run('c', {})],
      'no-difference',
    ],
    [
      'a server that always fails is worse',
      [...a, failedRun('b'), failedRun('b')],
      'better a a.example',
    ],
    [
      'one that sometimes fails is not better',
      [run('a', {}), failedRun('a'), ...slow],
      'no-difference',
    ],
    ['one test each is too few', [run('a', {}), run('b', { server: 400 })], 'too-few'],
    ['a refusal is no test', [...a, run('b', { server: 400 }), refusedRun('b')], 'too-few'],
    ['one server alone', a, 'too-few'],
    ['nothing', [], 'none'],
  ])('%s', (_what, results, expected) => expect(outcome(results)).toBe(expected));
});

test('a row has the median of the tests’ medians, how far they lie apart, and what failed', () => {
  const runs = [
    run('a', {}),
    run('a', { roundTrip: 40 }),
    run('a', { roundTrip: 90 }),
    failedRun('a'),
    refusedRun('a'),
  ];
  const [row, ...others] = compare(runs)[0]?.rows ?? [];
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    key: 'a a.example',
    name: 'A',
    host: 'a.example',
    runs: 5,
    failed: 1,
  });
  expect(row?.roundTripMs).toEqual({ count: 3, low: 20, median: 40, high: 90 });
});

test('what no test measured has no figure, and is not 0', () => {
  const [row] = compare([failedRun('a')])[0]?.rows ?? [];
  expect(row).toEqual({ key: 'a', name: 'A', runs: 1, failed: 1 });
});

test('tests from different places, and servers of one id, are never mixed', () => {
  const osaka = { ...run('a', { roundTrip: 200 }), place: 'Osaka' };
  const toronto = { ...run('a', {}), place: ' Toronto ' };
  const { place: _left, ...nowhere } = run('a', {});
  const found = compare([osaka, toronto, nowhere, { ...osaka, host: 'other.example' }]);
  expect(found.map((one) => [one.place, one.rows.map((row) => row.key)])).toEqual([
    ['Osaka', ['a a.example', 'a other.example']],
    ['Toronto', ['a a.example']],
    [undefined, ['a a.example']],
  ]);
});
