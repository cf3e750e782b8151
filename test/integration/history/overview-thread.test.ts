/** The overview of thousands of services in its real thread: this one continues. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { createArchiveThread } from '../../../main/core/history/archive-thread.ts';
import { systemClock } from '../../../main/platform/clock.ts';
import { threadStarter } from '../../../main/platform/thread.ts';
import { dayMs } from '../../../shared/time/calendar.ts';
import { lookInside, pathOf } from './remember.ts';

test('2,500 services with 90 days each: this thread is never held up for 50 ms', async () => {
  const coop = 'https://co-op.example';
  const nowUtcMs = systemClock.nowUtcMs();
  const db = await lookInside();
  db.transaction(() => {
    db.run(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
       INSERT INTO services (id, coop, service) SELECT i, ?, 'service-' || i FROM n`,
      [coop],
    );
    db.run(
      `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 89)
       INSERT INTO days (service, start, up_ms, degraded_ms, down_ms, maintenance_ms, unknown_ms)
       SELECT services.id, ? - n.i * 86400000, 86000000, 0, services.id % 7 * 1000, 0, 0
       FROM services, n`,
      [nowUtcMs - dayMs],
    );
    db.run(
      `INSERT INTO incidents (service, start, end, kind, ended)
       SELECT id, ? - id * 1000, ? - id * 500, 'down', 1 FROM services`,
      [nowUtcMs, nowUtcMs],
    );
  });
  db.close();
  const worker = new URL('../../../main/core/history/archive-worker.ts', import.meta.url);
  const timeZone = 'America/Toronto';
  const data = { database: pathOf(), journal: pathOf('history.journal'), timeZone };
  const archive = createArchiveThread({
    clock: systemClock,
    start: threadStarter(worker, data),
    onStuck: () => undefined,
  });
  // Starting the thread is no part of it.
  await archive.overview({ coop: 'none', openSinceUtcMs: new Map() });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const overview = await archive.overview({ coop, openSinceUtcMs: new Map() });
  delay.disable();
  expect([overview?.services.length, overview?.incidents.length]).toEqual([2500, 50]);
  expect(delay.max / 1e6).toBeLessThan(50);
  await archive.leave();
  archive.dispose();
});
