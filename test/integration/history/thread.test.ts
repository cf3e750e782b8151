/** The history's database in its real thread, while another program locks its file: this thread continues. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createArchiveThread } from '../../../main/core/history/archive-thread.ts';
import { createHistory } from '../../../main/core/history/index.ts';
import { createAppendFile } from '../../../main/platform/append-file.ts';
import { systemClock as clock } from '../../../main/platform/clock.ts';
import { threadStarter } from '../../../main/platform/thread.ts';
import { unchecked } from '../../../shared/status/machine.ts';
import { lookInside, pathOf, up } from './remember.ts';

const worker = new URL('../../../main/core/history/archive-worker.ts', import.meta.url);

function open() {
  const timeZone = 'America/Toronto';
  const places = { database: pathOf(), journal: pathOf('history.journal'), timeZone };
  let stuck = false;
  const history = createHistory({
    isClockProven: () => true,
    clock,
    timeZone,
    journalFile: createAppendFile(places.journal),
    archive: createArchiveThread({
      clock,
      start: threadStarter(worker, places),
      onStuck: () => (stuck = true),
    }),
  });
  history.setCoop('https://co-op.example', 'Test co-op');
  return { history, isStuck: () => stuck };
}

function check(history: ReturnType<typeof open>['history'], agoMs: number): void {
  const atUtcMs = clock.nowUtcMs() - agoMs;
  const record = unchecked(atUtcMs);
  history.observe({ serviceId: 'calls', atUtcMs, seen: up, record, intervalMs: 60_000 });
}

test('what was seen is found again, and the thread ends with the app', async () => {
  const { history, isStuck } = open();
  for (const agoMs of [120_000, 60_000, 0]) check(history, agoMs);
  const view = await history.detail('calls', 'day');
  expect(view?.points.length).toBeGreaterThan(0);
  await history.leave();
  history.dispose();
  expect(isStuck()).toBe(false);
  const inside = await lookInside();
  expect(inside.all('SELECT count(*) AS count FROM beats')).toEqual([{ count: 3 }]);
  inside.close();
});

test('a database that is held for seconds holds up nobody else', async () => {
  const { history } = open();
  await history.detail('calls', 'day');
  const other = await lookInside();
  other.run('BEGIN EXCLUSIVE');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await pause(50);
  check(history, 0);
  const startMs = performance.now();
  await history.detail('calls', 'day');
  const tookMs = performance.now() - startMs;
  // The delay is measured between turns, so there must be one on either side.
  await pause(50);
  delay.disable();
  other.run('ROLLBACK');
  other.close();
  // As long as SQLite waits for the lock, but without blocking this thread for that long.
  expect(tookMs).toBeGreaterThan(1500);
  expect(delay.max / 1e6).toBeLessThan(500);
  await history.leave();
  history.dispose();
});
