import * as v from 'valibot';
import { expect, test } from 'vitest';
import { shortList } from '../../../shared/lists/short-list.ts';

const seen: unknown[] = [];
const Entry = v.pipe(
  v.unknown(),
  v.check((one) => {
    seen.push(one);
    return one !== 'bad';
  }, 'bad'),
);
const List = v.pipe(shortList(Entry, 3), v.minLength(1));

test.each<[string, unknown, readonly string[], number]>([
  ['none', [], ['min_length'], 0],
  ['as many as may be', ['a', 'b', 'c'], [], 3],
  ['a bad one among them', ['a', 'bad', 'c'], ['check'], 3],
  ['one too many, all of them bad', ['bad', 'bad', 'bad', 'bad'], ['max_length'], 0],
  ['no list at all', { length: 9 }, ['array'], 0],
])('%s', (_what, list, faults, looks) => {
  seen.length = 0;
  const { issues = [] } = v.safeParse(List, list);
  expect([issues.map(({ type }) => type), seen.length]).toEqual([faults, looks]);
});
