/** How an earlier run has ended, by the mark that it has left. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRunMarker } from '../../../main/platform/run-mark.ts';
import type { RunEnd, RunPlace } from '../../../shared/crash/run-mark.ts';
import { howEnded } from '../../../shared/crash/run-mark.ts';

const here: RunPlace = { boot: 'b1', session: 's1' };

/** Reports of other apps that took each of these for a crash: a shutdown, a logout, a second start. */
test.each<[string, RunPlace, RunPlace, RunEnd]>([
  ['in the same session', here, here, 'crashed'],
  ['the machine was started since', here, { boot: 'b2', session: 's1' }, 'machine'],
  ['the member has logged in since', here, { boot: 'b1', session: 's2' }, 'session'],
  ['no sessions are known', { boot: 'b1' }, { boot: 'b1' }, 'crashed'],
  ['a session is known only now', { boot: 'b1' }, here, 'session'],
  ['the system names no start', {}, {}, 'unknown'],
  ['only the earlier one did', here, {}, 'unknown'],
])('%s', (_what, mark, now, end) => {
  expect(howEnded(mark, now)).toBe(end);
});

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'coop-tray-mark-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const path = () => join(folder, 'running.json');
const run = (begunUtcMs: number, place: () => Promise<RunPlace> = async () => here) =>
  createRunMarker({ path: path(), begunUtcMs, version: `1.0.${begunUtcMs}`, place });

test('a run that was asked to end leaves nothing', async () => {
  const first = run(1);
  expect(await first.begin()).toBeUndefined();
  expect(existsSync(path())).toBe(true);
  first.end();
  expect(existsSync(path())).toBe(false);
  expect(await run(2).begin()).toBeUndefined();
});

test('one that was not is told once', async () => {
  await run(1).begin();
  const next = run(2);
  expect(await next.begin()).toEqual({ begunUtcMs: 1, version: '1.0.1', end: 'crashed' });
  next.end();
  expect(await run(3).begin()).toBeUndefined();
});

test('asked to end while it begins', async () => {
  const hasty = run(1);
  const begun = hasty.begin();
  hasty.end();
  await begun;
  expect(existsSync(path())).toBe(false);
});

test.each([
  ['half a mark', '{"begunUtc'],
  ['another file', '[]'],
  ['an endless one', ' '.repeat(10_000)],
  ['a time that is none', '{"begunUtcMs":1e99,"version":"1"}'],
])('%s tells nothing, and is replaced', async (_what, text) => {
  writeFileSync(path(), text);
  expect(await run(1).begin()).toBeUndefined();
  expect(JSON.parse(readFileSync(path(), 'utf8'))).toMatchObject({ begunUtcMs: 1 });
});

test('a folder that cannot be written, and a system that tells nothing, are no fault', async () => {
  rmSync(folder, { recursive: true });
  writeFileSync(folder, '');
  const mute = run(1, () => Promise.reject(new Error('no /proc')));
  expect(await mute.begin()).toBeUndefined();
  expect(() => mute.end()).not.toThrow();
});
