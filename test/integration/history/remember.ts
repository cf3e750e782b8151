/** A history on a real database in its own folder, filled by checks on a fake clock. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { ArchiveDeps } from '../../../main/core/history/archive.ts';
import { migrations } from '../../../main/core/history/schema.ts';
import { createAppendFile } from '../../../main/platform/append-file.ts';
import { openDatabase } from '../../../main/platform/sqlite.ts';
import type { HistoryView } from '../../../shared/history/view.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import { observe, unchecked } from '../../../shared/status/machine.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { createHistoryHere } from '../../history-here.ts';
import type { FakeClock } from '../../unit/clock.ts';

export const minute = 60_000;
export const hour = 60 * minute;
const damping = { failures: 3, successes: 2, confirmS: 10 };

export const up: Observation = {
  verdict: 'up',
  timings: { dns: 2, connect: 10, firstByte: 30, total: 42 },
};
export const down: Observation = {
  verdict: 'down',
  reason: reason('status', { got: 503 }),
  timings: {},
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

export const pathOf = (...names: readonly string[]) =>
  join(folder, ...(names.length > 0 ? names : ['history.db']));

export const opener =
  (path = pathOf()): ArchiveDeps['openDatabase'] =>
  (how) =>
    openDatabase({ path, ...how });

/** Opens the database as the app does, to inspect it. */
export async function lookInside(versions: number = migrations.length) {
  const opened = await openDatabase({
    path: pathOf(),
    migrations: migrations.slice(0, versions),
    today: '',
    suspicious: false,
  });
  return opened.database;
}

export async function remember(
  clock: FakeClock,
  openWith = opener(),
  journalFile = createAppendFile(pathOf('history.journal')),
  isClockProven = () => true,
) {
  const history = createHistoryHere({
    clock,
    openDatabase: openWith,
    journalFile,
    isClockProven,
    timeZone: 'America/Toronto',
  });
  const records = new Map<string, ServiceRecord>();
  history.setCoop('test.coop', 'Test co-op');
  // Opening takes real time, which the fake clock does not wait for.
  await history.detail('', 'day');
  return {
    ...history,
    /** One check with this result, and the time until the next. */
    check: async (serviceId: string, seen: Observation, intervalMs = minute) => {
      const before = records.get(serviceId) ?? unchecked(clock.nowUtcMs());
      const record = observe(before, seen, clock.nowUtcMs(), damping);
      records.set(serviceId, record);
      history.observe({ serviceId, atUtcMs: clock.nowUtcMs(), seen, record, intervalMs });
      await clock.pass(intervalMs);
    },
  };
}

export const today = (view: HistoryView | undefined) => view?.strip.at(-1)?.time;
export const short = (view: HistoryView | undefined) =>
  view?.incidents.map((one) => [one.kind, (one.toUtcMs - one.fromUtcMs) / minute, one.end]);
