import { expect, test } from 'vitest';
import { reusing } from '../../../renderer/app/reuse-unchanged.ts';

const parsed = (json: string) => JSON.parse(json) as Record<string, unknown>;
const json =
  '{"revision":1,"coop":{"name":"Maple"},"services":[{"id":"a","notes":[1]},{"id":"b"}]}';

test('nothing new is the same object', () => {
  const before = parsed(json);
  expect(reusing(before, parsed(json))).toBe(before);
});

test('only what has changed, and what holds it, is new', () => {
  const before = parsed(json);
  const next = reusing(before, parsed(json.replace('"b"', '"c"')));
  expect(next).toEqual(parsed(json.replace('"b"', '"c"')));
  const [a, b] = before['services'] as unknown[];
  const [nextA, nextB] = next['services'] as unknown[];
  expect(next['coop']).toBe(before['coop']);
  expect(nextA).toBe(a);
  expect(nextB).not.toBe(b);
});

test.each([
  ['{"a":1}', '{}'],
  ['{}', '{"a":1}'],
  ['{"a":1}', '{"b":1}'],
  ['{"a":[1,2]}', '{"a":[1]}'],
  ['{"a":[1]}', '{"a":[1,2]}'],
  ['{"a":[]}', '{"a":{}}'],
  ['{"a":{"0":1}}', '{"a":[1]}'],
  ['{"a":null}', '{"a":{}}'],
  ['{"a":{"b":1}}', '{"a":null}'],
  ['{"a":0}', '{"a":false}'],
  ['{}', '{"__proto__":{}}'],
  ['{"__proto__":{"a":1}}', '{"__proto__":{"a":2}}'],
  ['{}', '{"constructor":{}}'],
])('%s, then %s', (before, next) => {
  expect(JSON.stringify(reusing(parsed(before), parsed(next)))).toBe(next);
});

test('what is new is not the prototype of all', () => {
  const next = reusing(parsed('{"x":1}'), parsed('{"__proto__":{}}'));
  expect(Object.getOwnPropertyDescriptor(next, '__proto__')?.value).not.toBe(Object.prototype);
});

test('the first snapshot is taken as it is', () => {
  const first = parsed(json);
  expect(reusing(undefined, first)).toBe(first);
});
