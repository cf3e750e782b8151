import { expect, test } from 'vitest';
import { shortened } from '../../../shared/text/shortened.ts';

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['', 3, ''],
  // Half of a sign would be shown as “�”: uTox 945, noctalia 2675.
  ['ab🦊cd', 4, 'ab…'],
  ['ab🦊cd', 5, 'ab🦊…'],
  ['🦊🦊', 2, '…'],
])('“%s” in %i characters', (text, limit, expected) => {
  expect(shortened(text, limit)).toBe(expected);
});
