/** An append-only file: a truncated end affects no earlier line. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAppendFile } from '../../../main/platform/append-file.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'coop-tray-test-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const path = () => join(folder, 'a.journal');

async function linesOf(file: ReturnType<typeof createAppendFile>) {
  const lines: string[] = [];
  for await (const line of file.lines()) lines.push(line);
  return lines;
}

test.each([
  ['nothing', '', ['b', 'c']],
  ['a whole line', 'a\n', ['a', 'b', 'c']],
  ['a torn line', '{"a', ['{"a', 'b', 'c']],
  ['a line torn within a letter', Buffer.from([0x61, 0xc3]), ['a\ufffd', 'b', 'c']],
])('what is added after %s is a line of its own', async (_what, text, lines) => {
  writeFileSync(path(), text);
  const file = createAppendFile(path());
  await file.append('b\n');
  file.appendNow('c\n');
  expect(await linesOf(file)).toEqual(lines);
});

test('also what is added when the app ends, as the first of all', async () => {
  writeFileSync(path(), '{"a');
  createAppendFile(path()).appendNow('b\n');
  expect(readFileSync(path(), 'utf8')).toBe('{"a\nb\n');
});

test('a file larger than one piece is read line by line, in whole letters', async () => {
  const long = 'é'.repeat(100_000);
  writeFileSync(path(), `${long}\n${long}\nend`);
  expect(await linesOf(createAppendFile(path()))).toEqual([long, long, 'end']);
});

test('a file that cannot be read is no empty file', async () => {
  mkdirSync(path());
  const file = createAppendFile(path());
  await expect(linesOf(file)).rejects.toThrow('EISDIR');
});
