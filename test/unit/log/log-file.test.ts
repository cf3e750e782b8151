/** The files of the log: small, private, whole lines only, and never in anybody's way. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAppendFile } from '../../../main/platform/append-file.ts';
import type { LogFileDeps } from '../../../main/platform/log/log-file.ts';
import { createLogFile, logLimitBytes } from '../../../main/platform/log/log-file.ts';
import { fakeClock } from '../clock.ts';

let folder: string;
beforeEach(() => (folder = join(mkdtempSync(join(tmpdir(), 'coop-tray-log-')), 'logs')));
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const start = '2026-11-24T14:00:00.000Z';
const newest = () => readFileSync(join(folder, 'coop-tray.log'), 'utf8');
const older = () => readFileSync(join(folder, 'coop-tray.1.log'), 'utf8');
const sizeOf = (name: string) => statSync(join(folder, name)).size;

function open(more: Partial<LogFileDeps> = {}) {
  const clock = fakeClock();
  return { clock, ...createLogFile({ clock, folder, isVerbose: false, ...more }) };
}

test('lines are collected, and written together in their order', async () => {
  const appended: string[] = [];
  const { clock, log, flush } = open({
    fileAt: () => ({
      append: async (text) => void appended.push(text),
      sizeBytes: async () => 0,
    }),
  });
  log.info('one');
  log.info('two');
  await clock.pass(4999);
  expect(appended).toEqual([]);
  await clock.pass(1);
  await flush();
  expect(appended).toEqual([`${start} info one\n${start} info two\n`]);
});

test.each([
  ['error', 100],
  ['warn', 1000],
  ['info', 5000],
] as const)('an entry of the level %s waits %i ms, others with it', async (level, ms) => {
  const { clock, log } = open({
    fileAt: () => ({ append: async () => undefined, sizeBytes: async () => 0 }),
  });
  log.info('before');
  log[level]('it');
  await clock.pass(ms - 1);
  expect(clock.timers()).toBe(1);
  await clock.pass(1);
  expect(clock.timers()).toBe(0);
});

test('debug only on demand', async () => {
  const quiet = open();
  quiet.log.debug('a');
  expect(quiet.flush()).toBeUndefined();
  const verbose = open({ isVerbose: true });
  verbose.log.debug('a');
  await verbose.flush();
  expect(newest()).toBe(`${start} debug a\n`);
});

test('for nobody else to read', async () => {
  const { log, flush } = open();
  log.error('a');
  await flush();
  expect(statSync(join(folder, 'coop-tray.log')).mode & 0o777).toBe(0o600);
});

test('two files of half a megabyte, however much is written', async () => {
  const { log, flush, tail } = open();
  for (let turn = 0; turn < 40; turn += 1) {
    for (let at = 0; at < 400; at += 1) log.info('x', { turn, at, pad: 'y'.repeat(60) });
    await flush();
  }
  expect(sizeOf('coop-tray.log')).toBeLessThanOrEqual(logLimitBytes);
  expect(sizeOf('coop-tray.1.log')).toBeLessThanOrEqual(logLimitBytes);
  const lines = (older() + newest()).trimEnd().split('\n');
  const [first = ''] = lines;
  const firstTurn = Number(/turn=(\d+)/.exec(first)?.[1]);
  // Whole lines, none twice, up to the last.
  expect(lines).toHaveLength((40 - firstTurn) * 400);
  expect(lines.at(-1)).toContain('turn=39 at=399');
  const end = await tail(16 * 1024);
  expect(end.length).toBeLessThanOrEqual(16 * 1024);
  expect(end.length).toBeGreaterThan(15 * 1024);
  expect((older() + newest()).endsWith(`\n${end}`)).toBe(true);
});

test('the size of an earlier run counts', async () => {
  const { log, flush, folder: make } = open();
  await make();
  writeFileSync(join(folder, 'coop-tray.log'), `${'x'.repeat(logLimitBytes - 20)}\n`);
  log.info('new');
  await flush();
  expect([newest(), sizeOf('coop-tray.1.log')]).toEqual([
    `${start} info new\n`,
    logLimitBytes - 19,
  ]);
});

test('the end of the log is of both files while the newer one is short', async () => {
  const { log, folder: make, tail } = open();
  await make();
  writeFileSync(join(folder, 'coop-tray.1.log'), 'one\ntwo\nthree\n');
  log.info('new');
  expect(await tail(42)).toBe(`three\n${start} info new\n`);
  expect(await tail(5)).toBe('');
});

// pgbadger 859, GoveeBTTempLogger 88: ext4 keeps the size of what was never written.
test('zeros that a power cut has left do not go into a report', async () => {
  const { log, folder: make, tail } = open();
  await make();
  writeFileSync(join(folder, 'coop-tray.log'), `one\n${'\0'.repeat(4096)}`);
  log.info('new');
  expect(await tail(16 * 1024)).toBe(`one\n?\n${start} info new\n`);
});

test('on a full disk nothing fails; what is lost is counted', async () => {
  const disk = { isFull: true };
  const { log, flush } = open({
    fileAt: (path) => {
      const file = createAppendFile(path);
      return {
        ...file,
        append: (text) =>
          disk.isFull
            ? Promise.reject(Object.assign(new Error('x'), { code: 'ENOSPC' }))
            : file.append(text),
      };
    },
  });
  log.info('one');
  await flush();
  log.info('two');
  await flush();
  disk.isFull = false;
  log.info('three');
  await flush();
  expect(newest()).toBe(`${start} warn lines lost count=2\n${start} info three\n`);
});

test('a folder that cannot be made is no fault of those who write', async () => {
  writeFileSync(folder, 'a file');
  const { log, flush, tail } = open();
  log.error('one');
  await flush();
  expect(await tail(100)).toBe('');
});

test('a flood is cut off, and counted', async () => {
  const { log, flush } = open();
  for (let at = 0; at < 10_000; at += 1) log.error('again', { at });
  await flush();
  log.info('after');
  await flush();
  const lines = newest().trimEnd().split('\n');
  expect(lines).toHaveLength(502);
  expect(lines.filter((one) => one.includes('lines lost'))).toEqual([
    `${start} warn lines lost count=9500`,
  ]);
});

test('what a value should not hold is taken out nevertheless of what leaves the log', async () => {
  const { log, tail } = open();
  log.info('odd', { value: 'ana@example.org', other: 'ghp_16C7e42F292c6912E7710c838347Ae178B4a' });
  const text = await tail(1000);
  expect(text).toContain('[e-mail]');
  expect(text).not.toMatch(/ana@|ghp_16/);
});

test('a disk that hangs does not keep the app from ending', async () => {
  const { clock, log, flush } = open({
    fileAt: () => ({ append: () => new Promise(() => undefined), sizeBytes: async () => 0 }),
  });
  log.info('one');
  let isOver = false;
  void flush()?.then(() => (isOver = true));
  await clock.pass(999);
  expect(isOver).toBe(false);
  await clock.pass(1);
  expect(isOver).toBe(true);
});
