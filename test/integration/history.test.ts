/** The history on real databases: what is written, what a crash leaves, and what happens to files that are not well. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { History } from '../../main/history/index.ts';
import { createHistory } from '../../main/history/index.ts';
import { migrations } from '../../main/history/schema.ts';
import { openDatabase } from '../../main/platform/sqlite.ts';
import { uptimeOf } from '../../shared/history/figures.ts';
import type { HistoryView } from '../../shared/history/view.ts';
import type { Observation } from '../../shared/status/observation.ts';
import { reason } from '../../shared/status/observation.ts';
import type { ServiceRecord } from '../../shared/status/machine.ts';
import { observe, unchecked } from '../../shared/status/machine.ts';
import type { FakeClock } from '../unit/clock.ts';
import { fakeClock } from '../unit/clock.ts';

const zone = 'America/Toronto';
const minute = 60_000;
const hour = 60 * minute;
const damping = { failures: 3, successes: 2, confirmS: 10 };
const up: Observation = {
  verdict: 'up',
  timings: { dns: 2, connect: 10, firstByte: 30, total: 42 },
};
const down: Observation = { verdict: 'down', reason: reason('status', { got: 503 }), timings: {} };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pathOf = () => join(folder, 'history.db');
const opener =
  (path = pathOf()) =>
  (how: { today: string; suspicious: boolean }) =>
    openDatabase({ path, migrations, ...how });

async function remember(clock: FakeClock, openWith = opener()) {
  const history = createHistory({ clock, openDatabase: openWith, timeZone: zone });
  const records = new Map<string, ServiceRecord>();
  history.setCoop('Test co-op');
  // Opening takes real time, which the fake clock does not wait for.
  await history.detail('', 'day');
  return {
    ...history,
    /** One check that sees this, and the minute after it. */
    check: async (serviceId: string, seen: Observation, intervalMs = minute) => {
      const before = records.get(serviceId) ?? unchecked(clock.nowUtcMs());
      const record = observe(before, seen, clock.nowUtcMs(), damping);
      records.set(serviceId, record);
      history.observe({ serviceId, atUtcMs: clock.nowUtcMs(), seen, record, intervalMs });
      await clock.pass(intervalMs);
    },
  };
}

const today = (view: HistoryView | undefined) => view?.strip.at(-1)?.time;
const short = (view: HistoryView | undefined) =>
  view?.incidents.map((one) => [one.kind, (one.toUtcMs - one.fromUtcMs) / minute, one.end]);

describe('what is remembered', () => {
  test('time, incidents and response times, over a restart', async () => {
    const clock = fakeClock();
    const history = await remember(clock);
    for (let check = 0; check <= 60; check += 1) await history.check('calls', up);
    for (let check = 0; check < 30; check += 1) await history.check('calls', down);
    const before = await history.detail('calls', 'day');
    expect(short(before)).toEqual([['down', 29, 'open']]);
    for (let check = 0; check <= 30; check += 1) await history.check('calls', up);
    history.dispose();

    // A night without the app.
    clock.jump(20 * hour);
    const later = await remember(clock);
    const view = await later.detail('calls', 'week');
    expect(short(view)).toEqual([['down', 30, 'seen']]);
    expect(view?.incidents[0]?.reason).toEqual(reason('status', { got: 503 }));
    expect(view?.strip.at(-2)?.time).toEqual({
      up: 91 * minute,
      degraded: 0,
      down: 30 * minute,
      maintenance: 0,
      unknown: 0,
    });
    expect(today(view)?.up).toBe(0);
    expect(view && uptimeOf(view.uptimes.week.time)).toBeCloseTo(91 / 121);
    expect(view?.points.map((point) => point.means.total)).toEqual([42, 42, 42]);
    expect(view?.points[0]?.means.tls).toBeUndefined();
    later.dispose();
  });

  test('a pause is not watched, and ends no incident', async () => {
    const clock = fakeClock();
    const history = await remember(clock);
    for (let check = 0; check < 10; check += 1) await history.check('calls', down);
    history.pause();
    expect(clock.timers()).toBe(0);
    await clock.pass(2 * minute);
    for (let check = 0; check < 10; check += 1) await history.check('calls', down);
    const view = await history.detail('calls', 'day');
    expect(short(view)).toEqual([
      ['down', 9, 'open'],
      ['down', 9, 'unseen'],
    ]);
    expect(today(view)?.down).toBe(18 * minute);
    history.dispose();
  });

  test('each co-op has its own', async () => {
    const clock = fakeClock();
    const history = await remember(clock);
    for (let check = 0; check < 5; check += 1) await history.check('matrix', up);
    history.setCoop('Another');
    expect(today(await history.detail('matrix', 'day'))?.up).toBe(0);
    history.setCoop('Test co-op');
    expect(today(await history.detail('matrix', 'day'))?.up).toBe(4 * minute);
    history.dispose();
  });

  test('single checks for a day, hours for 90 days, days beyond', async () => {
    const clock = fakeClock(Date.UTC(2026, 5, 1, 16, 10));
    const history = await remember(clock);
    for (let day = 0; day < 100; day += 1) {
      for (let check = 0; check < 3; check += 1) await history.check('calls', up);
      history.pause();
      clock.jump(24 * hour - 3 * minute);
    }
    await history.check('calls', up);
    history.dispose();
    const { database } = await opener()({ today: '', suspicious: false });
    const count = (table: string) =>
      (database.all(`SELECT count(*) AS count FROM ${table}`) as readonly { count: number }[])[0]
        ?.count;
    expect([count('beats'), count('hours'), count('days')]).toEqual([4, 92, 101]);
    const [sum] = database.all('SELECT sum(up_ms) AS ms, sum(total_count) AS checks FROM days');
    expect(sum).toEqual({ ms: 100 * 2 * minute, checks: 301 });
    database.close();
  });
});

describe('files that are not well', () => {
  const damage = (from: number) => {
    const bytes = readFileSync(pathOf());
    bytes.fill(0xff, from);
    writeFileSync(pathOf(), bytes);
  };

  const filled = async () => {
    const clock = fakeClock();
    const history = await remember(clock);
    for (let check = 0; check < 300; check += 1) await history.check('calls', up);
    return { clock, history };
  };

  test('a file that is no database is set aside, and said so', async () => {
    writeFileSync(pathOf(), 'This is a shopping list, and not a database. '.repeat(100));
    const clock = fakeClock();
    const history = await remember(clock);
    for (let check = 0; check < 3; check += 1) await history.check('calls', up);
    expect(today(await history.detail('calls', 'day'))?.up).toBe(2 * minute);
    const file = 'history.damaged-2026-11-24.db';
    expect(history.problem()).toEqual({ code: 'set-aside', file });
    expect(readFileSync(join(folder, file), 'utf8')).toContain('shopping');
    history.dispose();
  });

  test('so is one that is found damaged after a crash', async () => {
    const { history } = await filled();
    history.dispose();
    damage(4096);
    writeFileSync(`${pathOf()}-wal`, 'left behind');
    const later = await remember(fakeClock());
    expect(today(await later.detail('calls', 'day'))?.up).toBe(0);
    expect(later.problem()?.code).toBe('set-aside');
    later.dispose();
  });

  test('and one that is damaged while it is in use', async () => {
    const { history } = await filled();
    history.dispose();
    damage(8192);
    const clock = fakeClock();
    const later = await remember(clock);
    for (let check = 0; check < 5; check += 1) await later.check('calls', up);
    await later.detail('calls', 'day');
    await later.detail('calls', 'day');
    expect(later.problem()?.code).toBe('set-aside');
    for (let check = 0; check < 5; check += 1) await later.check('calls', up);
    expect(today(await later.detail('calls', 'day'))?.up).toBeGreaterThan(0);
    later.dispose();
  });

  test('one of a newer version is left as it is', async () => {
    const { history } = await filled();
    history.dispose();
    const { database } = await opener()({ today: '', suspicious: false });
    database.run('PRAGMA user_version = 99');
    database.close();
    const before = readFileSync(pathOf());
    const clock = fakeClock();
    const later = await remember(clock);
    for (let check = 0; check < 3; check += 1) await later.check('calls', up);
    expect(await later.detail('calls', 'day')).toBeUndefined();
    expect(later.problem()).toEqual({ code: 'newer' });
    later.dispose();
    expect(readFileSync(pathOf()).equals(before)).toBe(true);
  });

  test('a folder that cannot be written costs the history alone', async () => {
    writeFileSync(join(folder, 'file'), '');
    const clock = fakeClock();
    let told = 0;
    const history = await remember(clock, opener(join(folder, 'file', 'history.db')));
    history.onChange(() => (told += 1));
    for (let check = 0; check < 20; check += 1) await history.check('calls', up);
    expect(await history.detail('calls', 'day')).toBeUndefined();
    // Tried again meanwhile, but not said again.
    expect([history.problem(), told]).toEqual([{ code: 'unwritable' }, 0]);
    history.dispose();
  });

  test('a full disk too, until there is room again', async () => {
    const clock = fakeClock();
    let limitPages = 20;
    const history = await remember(clock, async (how) => {
      const opened = await opener()(how);
      const { database } = opened;
      const transaction = (work: () => void) => {
        database.all(`PRAGMA max_page_count = ${limitPages}`);
        database.transaction(work);
      };
      return { ...opened, database: { ...database, transaction } };
    });
    for (let check = 0; check < 600; check += 1) await history.check('calls', up, 10_000);
    for (let service = 0; service < 2000; service += 1) {
      await history.check(`s-${service}`, { verdict: 'up', timings: {} }, 100);
    }
    expect(await history.detail('calls', 'day')).toBeDefined();
    expect(history.problem()).toEqual({ code: 'unwritable' });
    limitPages = 100_000;
    await clock.pass(11 * minute);
    for (let check = 0; check < 3; check += 1) await history.check('calls', up);
    await history.detail('calls', 'day');
    expect(history.problem()).toBeUndefined();
    history.dispose();
  });

  test('a database is for the member’s eyes alone', async () => {
    const { history } = await filled();
    await history.detail('calls', 'day');
    expect(statSync(pathOf()).mode & 0o077).toBe(0);
    history.dispose();
    expect(readdirSync(folder).filter((name) => statSync(join(folder, name)).size > 0)).toEqual([
      'history.db',
      'history.db-shm',
    ]);
  });
});

test('a database of version 1 is brought up to date, with what it holds', async () => {
  const old = await openDatabase({
    path: pathOf(),
    migrations: migrations.slice(0, 1),
    today: '',
    suspicious: false,
  });
  const at = Date.UTC(2026, 10, 24, 10, 0);
  old.database.run("INSERT INTO services VALUES (1, 'Test co-op', 'calls')");
  old.database.run('INSERT INTO incidents VALUES (1, ?, ?, ?, ?)', [
    at,
    at + hour,
    'down',
    'refused',
  ]);
  old.database.run('INSERT INTO incidents VALUES (1, ?, ?, ?, ?)', [
    at + 2 * hour,
    at + 3 * hour,
    'degraded',
    null,
  ]);
  old.database.close();

  const history = await remember(fakeClock());
  const view = await history.detail('calls', 'day');
  expect(view?.incidents).toEqual([
    { kind: 'degraded', fromUtcMs: at + 2 * hour, toUtcMs: at + 3 * hour, end: 'unseen' },
    { kind: 'down', fromUtcMs: at, toUtcMs: at + hour, end: 'unseen', reason: reason('refused') },
  ]);
  history.dispose();
});

test('a kill between two writes costs at most what was not written', async () => {
  const script = join(import.meta.dirname, 'history-killed.ts');
  const killed = spawnSync(process.execPath, [script, pathOf()], { timeout: 20_000 });
  expect(killed.signal).toBe('SIGKILL');
  expect(readdirSync(folder)).toContain('history.db-wal');

  const history = await remember(fakeClock(Number(killed.stdout.toString())));
  const view = await history.detail('calls', 'day');
  expect(history.problem()).toBeUndefined();
  // Ten minutes were written; five more were only in memory, and are not claimed.
  expect(today(view)?.up).toBe(10 * minute);
  expect(view?.uptimes.day.unwatchedMs).toBeGreaterThan(23 * hour);
  history.dispose();
});

describe('export', () => {
  const read = async (history: Pick<History, 'exported'>, format: 'csv' | 'json') => {
    let text = '';
    for await (const piece of history.exported(format, ['calls', 'pads'])) text += piece;
    return text;
  };

  test('as CSV and as JSON', async () => {
    const clock = fakeClock();
    const history = await remember(clock);
    for (let check = 0; check < 10; check += 1) {
      await history.check('calls', check < 5 ? up : down, minute / 2);
      await history.check('pads', up, minute / 2);
    }
    const lines = (await read(history, 'csv')).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^service,period,start,up_s,degraded_s,down_s,.*,slowest_ms$/);
    expect(lines[1]).toBe(
      'calls,hour,2026-11-24T14:00:00.000Z,300,0,240,0,0,0.555556,5,2,10,,30,,42,42,42',
    );
    const json: unknown = JSON.parse(await read(history, 'json'));
    expect(json).toMatchObject({
      format: 'coop-tray-history',
      coop: 'Test co-op',
      services: [
        { id: 'calls', incidents: [{ kind: 'down', end: 'unseen' }] },
        { id: 'pads', periods: [{ period: 'hour', seconds: { up: 540, down: 0 } }] },
      ],
    });
    history.dispose();
  });
});
