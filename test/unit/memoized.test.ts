import { expect, test } from 'vitest';
import { memoized } from '../../shared/memoized.ts';

test('computes once for each key, even if there is no answer', () => {
  const computed: number[] = [];
  const half = memoized((key: number) => {
    computed.push(key);
    return key % 2 === 0 ? key / 2 : undefined;
  });
  expect([half(4), half(3), half(4), half(3)]).toEqual([2, undefined, 2, undefined]);
  expect(computed).toEqual([4, 3]);
});

test('keeps a thousand answers at most', () => {
  let computed = 0;
  const same = memoized((key: number) => {
    computed += 1;
    return key;
  });
  for (let key = 0; key <= 1000; key += 1) same(key);
  expect(same(0)).toBe(0);
  expect(computed).toBe(1002);
});
