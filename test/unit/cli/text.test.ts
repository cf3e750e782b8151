import { expect, test } from 'vitest';
import { columnsOf, padTo, plainJson, plainLine } from '../../../shared/cli/text.ts';

const esc = '\u001B';

test.each([
  ['a colour', `${esc}[31mred`, '[31mred'],
  ['a window title', `${esc}]0;owned\u0007x`, ']0;owned x'],
  ['the 8-bit form of an escape', 'a\u009B2Jb', 'a 2Jb'],
  ['a rewritten line', 'down\r\nup', 'down up'],
  ['a deleted sign', 'down\u007F', 'down'],
  ['text turned round', 'abc\u202Edef', 'abcdef'],
  ['a line of Unicode’s own', 'a\u2028b', 'a b'],
  ['an accent', ' Café ', 'Café'],
  ['a family of emoji', '👩‍👧', '👩‍👧'],
])('%s becomes plain text', (_what, text, plain) => {
  expect(plainLine(text)).toBe(plain);
});

test('JSON keeps the text and shows no sign that a terminal would act on', () => {
  const value = { name: `${esc}[2J\u009B\u202E\u{E0041}\u2028 é` };
  const text = plainJson(value);
  expect(JSON.parse(text)).toEqual(value);
  expect(text).toMatch(/^[\u0020-\u007E é]*$/);
});

test.each([
  ['', 0],
  ['Pads', 4],
  ['Café', 4],
  ['Cafe\u0301', 4],
  ['聊天', 4],
  ['채팅', 4],
  ['Ok 👍', 5],
  ['👩‍👧', 2],
  // ClickHouse 888, forcedotcom/cli 3538: widths as glibc’s `wc -L` has them. Neither “ー” nor “・” belongs to a script.
  ['サーバー', 8],
  ['コープ・', 8],
  ['ㄅㄆㄇ', 6],
  ['㈱カエデ', 8],
  ['ＡＢＣ', 6],
  // microsoft/terminal 18087, Zpix 10: the halfwidth ones are narrow, their voiced marks included.
  ['ｻｰﾊﾞｰ', 5],
  ['ﾊﾟｸﾞ', 4],
  // A syllable of Korean in its parts, as macOS names files; letters with signs that take a column, and with those that do not.
  ['\u1112\u1161\u11AB', 2],
  ['กำ', 2],
  ['नमस्ते', 4],
])('“%s” takes %d columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
  expect(columnsOf(padTo(text, 9))).toBe(9);
});

test('what is too long is not cut', () => {
  expect(padTo('Chat', 2)).toBe('Chat');
});
