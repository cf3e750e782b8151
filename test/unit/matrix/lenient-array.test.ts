import * as v from 'valibot';
import { expect, test } from 'vitest';
import { lenientArray } from '../../../shared/lists/lenient-array.ts';

const schema = lenientArray(v.object({ name: v.string() }));

test.each<[string, unknown, readonly string[], number]>([
  ['nothing', [], [], 0],
  ['sound entries', [{ name: 'a' }, { name: 'b', more: 1 }], ['a', 'b'], 0],
  ['an odd one among them', [null, { name: 'a' }, { name: 7 }, 'b'], ['a'], 3],
  ['odd ones alone', [undefined, []], [], 2],
])('a list of %s', (_what, list, names, dropped) => {
  const { items, dropped: left } = v.parse(schema, list);
  expect([items.map(({ name }) => name), left]).toEqual([names, dropped]);
});

test.each([undefined, null, 'a', {}, { length: 1 }])('%j is no list', (raw) => {
  expect(v.is(schema, raw)).toBe(false);
});
