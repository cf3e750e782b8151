/** How often links may open the window. */
import { expect, test } from 'vitest';
import { admit } from '../../../shared/deep-link/rate.ts';

function admitted(atMs: readonly number[]): readonly number[] {
  let recent: readonly number[] = [];
  return atMs.filter((nowMs) => {
    const now = admit(recent, nowMs);
    if (now) recent = now;
    return now !== undefined;
  });
}

test.each<[string, readonly number[], readonly number[]]>([
  ['one is followed', [5], [5]],
  ['a double click is one', [0, 180], [0]],
  ['a second link, a second later, is another', [0, 1000], [0, 1000]],
  ['a burst is one', Array.from({ length: 500 }, (_, at) => at), [0]],
  [
    'a page that goes on stops at six a minute',
    Array.from({ length: 110 }, (_, at) => at * 1000),
    [0, 1000, 2000, 3000, 4000, 5000, 60_000, 61_000, 62_000, 63_000, 64_000, 65_000],
  ],
])('%s', (_what, atMs, expected) => {
  expect(admitted(atMs)).toEqual(expected);
});
