/** A history over days with a wrong machine clock: whatever it shows meanwhile, nothing is lost. */
import { expect, test } from 'vitest';
import { createAppendFile } from '../../../main/platform/append-file.ts';
import { fakeClock } from '../../unit/clock.ts';
import { down, hour, lookInside, minute, opener, pathOf, remember, up } from './remember.ts';

const day = 24 * hour;
const year = 365 * day;
const startUtcMs = Date.UTC(2026, 8, 1, 16, 10);

/** Ninety days with checks and an outage each; `isProven` applies afterwards. */
async function longWatched(isProven: () => boolean) {
  const clock = fakeClock(startUtcMs);
  const journal = createAppendFile(pathOf('history.journal'));
  const history = await remember(clock, opener(), journal, isProven);
  for (let passed = 0; passed < 90; passed += 1) {
    for (const seen of [up, up, down, down, down, down, up, up]) await history.check('calls', seen);
    history.pause();
    clock.jump(day - 8 * minute);
  }
  const look = async () => {
    await history.check('calls', up);
    await history.check('calls', up);
    history.pause();
    const view = await history.detail('calls', 'quarter');
    return {
      days: view?.strip.filter(({ time }) => time.up > 0).length,
      incidents: (view?.incidents.length ?? 0) + (view?.olderIncidents ?? 0),
    };
  };
  return { clock, history, look };
}

test.each([
  ['1976', Date.UTC(1976, 3, 1) - startUtcMs - 90 * day],
  ['1970, as without a battery', -startUtcMs - 90 * day + hour],
  ['2000-01-01', Date.UTC(2000, 0, 1) - startUtcMs - 90 * day],
  ['a year ahead', year],
  ['two months ahead', 61 * day],
  ['an hour ahead', hour],
  ['an hour behind', -hour],
])(
  'a member looks while the clock shows %s: the strip and the incidents are there after it',
  async (_when, ms) => {
    let isProven = true;
    const { clock, history, look } = await longWatched(() => isProven);
    const before = await look();
    expect(before).toEqual({ days: 90, incidents: 90 });
    isProven = false;
    clock.jump(ms);
    await look();
    clock.jump(-ms);
    isProven = true;
    expect(await look()).toEqual(before);
    history.dispose();
  },
);

test('even a proof that is wrong, by a year ahead, costs some days and not the strip', async () => {
  const { clock, history, look } = await longWatched(() => true);
  await look();
  clock.jump(year);
  await look();
  clock.jump(-year);
  const after = await look();
  expect(after.days).toBeGreaterThanOrEqual(87);
  expect(after.incidents).toBeGreaterThanOrEqual(87);
  history.dispose();
});

test('what a wrong clock has dated to other times is forgotten once the clock is proven', async () => {
  let isProven = false;
  const { clock, history, look } = await longWatched(() => isProven);
  for (const ms of [Date.UTC(1976, 3, 1) - startUtcMs, year]) {
    clock.jump(ms);
    await look();
    clock.jump(-ms);
  }
  isProven = true;
  for (let turn = 0; turn < 4; turn += 1) await look();
  history.dispose();
  const database = await lookInside();
  for (const table of ['hours', 'days']) {
    const [row] = database.all(`SELECT min(start) AS oldest, max(start) AS newest FROM ${table}`);
    expect(Number(row?.['oldest'])).toBeGreaterThan(startUtcMs - day);
    expect(Number(row?.['newest'])).toBeLessThan(startUtcMs + 91 * day);
  }
  database.close();
});

test('what nobody could prove for a month is caught up on, some days at each look', async () => {
  let isProven = false;
  const { clock, history, look } = await longWatched(() => isProven);
  const hours = async () => {
    await look();
    const database = await lookInside();
    const [row] = database.all('SELECT count(*) AS count FROM hours');
    database.close();
    return row?.['count'];
  };
  expect(await hours()).toBe(91);
  clock.jump(31 * day);
  expect(await hours()).toBe(92);
  isProven = true;
  expect(await hours()).toBe(90);
  for (let turn = 0; turn < 20; turn += 1) await look();
  expect(await hours()).toBe(62);
  history.dispose();
});
