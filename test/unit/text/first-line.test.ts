import { expect, test } from 'vitest';
import { firstLineOf } from '../../../shared/text/first-line.ts';

test.each([
  ['one line', 'The menu is gone', 'The menu is gone'],
  ['several', 'The menu is gone \nOnly on my phone', 'The menu is gone'],
  ['empty lines before it', ' \n\n  Gone\nfor good', 'Gone'],
  ['nothing', ' \n ', ''],
  ['exactly as much as fits', 'x'.repeat(80), 'x'.repeat(80)],
  ['more than fits', 'x'.repeat(81), `${'x'.repeat(80)}…`],
  ['more than fits, not cut within a character', `x${'🙂'.repeat(40)}`, `x${'🙂'.repeat(39)}…`],
])('%s', (_what, text, expected) => {
  expect(firstLineOf(text)).toBe(expected);
});
