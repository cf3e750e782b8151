/** What is recorded, and read back: on real databases. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { History } from '../../../main/core/history/index.ts';
import { writeText } from '../../../main/platform/files.ts';
import { uptimeOf } from '../../../shared/history/figures.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../../unit/clock.ts';
import {
  down,
  hour,
  lookInside,
  minute,
  opener,
  pathOf,
  remember,
  short,
  today,
  up,
} from './remember.ts';

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
    history.setCoop('another.coop', 'Another');
    expect(today(await history.detail('matrix', 'day'))?.up).toBe(0);
    history.setCoop('test.coop', 'Test co-op');
    expect(today(await history.detail('matrix', 'day'))?.up).toBe(4 * minute);
    history.dispose();
  });

  test('a co-op that is renamed keeps its own, and goes on with it', async () => {
    const clock = fakeClock();
    const history = await remember(clock);
    for (let check = 0; check < 5; check += 1) await history.check('matrix', up);
    history.setCoop('test.coop', 'Renamed');
    for (let check = 0; check < 5; check += 1) await history.check('matrix', up);
    expect(today(await history.detail('matrix', 'day'))?.up).toBe(9 * minute);
    history.dispose();
  });

  test.each([
    ['in the database', true],
    ['in the journal', false],
  ])('one that was kept under the name, %s, is taken over', async (_where, looked) => {
    const clock = fakeClock();
    const before = await remember(clock);
    // As written before sources were distinguished: under the name, and a line without names.
    before.setCoop('Test co-op', 'Test co-op');
    for (let check = 0; check < 5; check += 1) await before.check('matrix', up);
    if (looked) await before.detail('matrix', 'day');
    before.dispose();
    const journal = pathOf('history.journal');
    if (!looked)
      writeFileSync(journal, readFileSync(journal, 'utf8').replaceAll(/"names":.*?],/g, ''));
    const later = await remember(clock);
    // The stored document had the previous name; its source has a new one by now.
    later.setCoop('test.coop', 'Renamed');
    for (let check = 0; check < 5; check += 1) await later.check('matrix', up);
    expect(today(await later.detail('matrix', 'day'))?.up).toBe(8 * minute);
    expect((await later.detail('matrix', 'day'))?.points.length).toBeGreaterThan(0);
    later.dispose();
  });

  test('a name that is the address of another co-op brings none of its history', async () => {
    const clock = fakeClock();
    const history = await remember(clock);
    history.setCoop('https://a.coop/c.json', 'A');
    for (let check = 0; check < 5; check += 1) await history.check('matrix', up);
    history.setCoop('https://b.coop/c.json', 'https://a.coop/c.json');
    expect(today(await history.detail('matrix', 'day'))?.up).toBe(0);
    history.setCoop('https://a.coop/c.json', 'A');
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
    await history.detail('calls', 'day');
    history.dispose();
    const database = await lookInside();
    const count = (table: string) =>
      (database.all(`SELECT count(*) AS count FROM ${table}`) as readonly { count: number }[])[0]
        ?.count;
    expect([count('beats'), count('hours'), count('days')]).toEqual([4, 92, 101]);
    const [sum] = database.all('SELECT sum(up_ms) AS ms, sum(total_count) AS checks FROM days');
    expect(sum).toEqual({ ms: 100 * 2 * minute, checks: 301 });
    database.close();
  });
});

test('a clock that began in 1970 costs no step for each day since', async () => {
  const first = await remember(fakeClock(Date.UTC(1970, 0, 2)));
  for (let check = 0; check < 3; check += 1) await first.check('calls', up);
  first.dispose();
  let steps = 0;
  const counting: ReturnType<typeof opener> = async (how) => {
    const opened = await opener()(how);
    const { database } = opened;
    const run: typeof database.run = (...asked) => {
      steps += 1;
      return database.run(...asked);
    };
    return { ...opened, database: { ...database, run } };
  };
  const second = await remember(fakeClock(), counting);
  for (let check = 0; check < 3; check += 1) await second.check('calls', up);
  expect(today(await second.detail('calls', 'day'))?.up).toBe(2 * minute);
  expect(steps).toBeGreaterThan(0);
  expect(steps).toBeLessThan(2000);
  second.dispose();
});

describe('export', () => {
  test('a file is written whole or not at all', async () => {
    const target = pathOf('history.csv');
    const broken = async function* () {
      yield 'half of it';
      throw new Error('and no more');
    };
    await expect(writeText(target, broken())).rejects.toThrow('and no more');
    expect(readdirSync(pathOf('.'))).toEqual([]);
  });

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
