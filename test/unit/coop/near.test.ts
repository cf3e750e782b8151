import { expect, test } from 'vitest';
import { nearest } from '../../../shared/coop/near.ts';

const keys = ['id', 'url', 'timeoutMs', 'intervalS', 'expect', 'durationMin', 'witnesses', 'name'];

test.each([
  ['other capitals', 'timeoutMS', 'timeoutMs'],
  ['separators', 'timeout_ms', 'timeoutMs'],
  ['hyphens', 'interval-s', 'intervalS'],
  ['without its unit', 'timeout', 'timeoutMs'],
  ['without a longer unit', 'duration', 'durationMin'],
  ['a letter too many', 'expects', 'expect'],
  ['a letter too few', 'witneses', 'witnesses'],
  ['another letter', 'intervalX', 'intervalS'],
  ['two letters changed', 'exepct', 'expect'],
  ['another word', 'colour', undefined],
  ['a longer word', 'nameShort', undefined],
  ['two slips', 'expatc', undefined],
  ['a short word', 'ur', undefined],
  ['nothing', '', undefined],
  ['signs alone', '--', undefined],
  ['a very long word', 'timeoutMs'.repeat(10), undefined],
])('%s: “%s”', (_what, got, expected) => {
  expect(nearest(got, keys)).toBe(expected);
});

test('a number at its end makes a newer one of it, not a misspelt one', () => {
  expect(nearest('http3', ['http', 'tcp'])).toBeUndefined();
});
