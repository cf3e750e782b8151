import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readableArray, readableRecord } from '../../../shared/lists/readable.ts';

const Name = v.object({ name: v.string() });
const Id = v.pipe(v.string(), v.regex(/^[a-z]+$/));

test.each([
  [[], []],
  [
    [{ name: 'a' }, null, { name: 1 }, { name: 'b' }],
    ['a', 'b'],
  ],
])('of the list %j what can be read is kept', (list, names) => {
  expect(v.parse(readableArray(Name), list).map(({ name }) => name)).toEqual(names);
});

test.each([
  [{}, {}],
  [{ a: { name: 'a' }, b: 7, C: { name: 'c' } }, { a: { name: 'a' } }],
  [JSON.parse('{"__proto__":{"name":"a"}}') as object, {}],
])('of the record %j what can be read is kept', (record, kept) => {
  expect(v.parse(readableRecord(Id, Name), record)).toEqual(kept);
});

test.each([undefined, null, 7, 'a'])('%j is neither', (raw) => {
  expect([v.is(readableArray(Name), raw), v.is(readableRecord(Id, Name), raw)]).toEqual([
    false,
    false,
  ]);
});
