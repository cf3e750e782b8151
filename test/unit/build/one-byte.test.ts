import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { inOneByte } from '../../../build/vite/one-byte.ts';

test.each([
  ['a string', '"“…” 🙂 𐊂"'],
  ['a template', '`’${1 + 1}🙂 𐊂`'],
  ['a name', '(() => { const Ａ = 1; return Ａ; })()'],
  ['a name of two code units', '({ 𐊂: 1, ｖ: 2 })'],
  ['a regular expression', '/[“”]🙂/.test("“🙂")'],
  ['a regular expression with pairs', '/^[🙂𐊂]$/u.test("𐊂")'],
  ['half of a pair', '"\ud83d".length'],
  ['Latin-1', '"é"'],
])('%s means the same in one byte per character', (_what, code) => {
  const escaped = inOneByte(code);
  expect(escaped).not.toMatch(/[^\0-\xff]/);
  expect(runInNewContext(escaped)).toEqual(runInNewContext(code));
});
