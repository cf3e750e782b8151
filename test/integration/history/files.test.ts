/** Databases that are old, newer, damaged or not writable. */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../../unit/clock.ts';
import { hour, lookInside, minute, opener, pathOf, remember, today, up } from './remember.ts';

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
    await history.detail('calls', 'day');
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
    expect(readFileSync(pathOf(file), 'utf8')).toContain('shopping');
    history.dispose();
  });

  test('two that are set aside on one day are both kept', async () => {
    for (const text of ['one', 'two']) {
      writeFileSync(pathOf(), `${text}, and no database. `.repeat(100));
      const history = await remember(fakeClock());
      await history.detail('calls', 'day');
      history.dispose();
    }
    const [first, second] = ['history.damaged-2026-11-24.db', 'history.damaged-2026-11-24-2.db'];
    expect(readFileSync(pathOf(first), 'utf8')).toContain('one');
    expect(readFileSync(pathOf(second), 'utf8')).toContain('two');
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
    const database = await lookInside();
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
    writeFileSync(pathOf('file'), '');
    const clock = fakeClock();
    let told = 0;
    const history = await remember(clock, opener(pathOf('file', 'history.db')));
    history.onChange(() => (told += 1));
    for (let check = 0; check < 20; check += 1) await history.check('calls', up);
    expect(await history.detail('calls', 'day')).toBeUndefined();
    // Retried meanwhile, but not reported again.
    expect([history.problem(), told]).toEqual([{ code: 'unwritable' }, 0]);
    history.dispose();
  });

  test('a database is for the member’s eyes alone', async () => {
    const { history } = await filled();
    await history.detail('calls', 'day');
    expect(statSync(pathOf()).mode & 0o077).toBe(0);
    history.dispose();
    expect(readdirSync(pathOf('.')).filter((name) => statSync(pathOf(name)).size > 0)).toEqual([
      'history.db',
      'history.db-shm',
    ]);
  });
});

test('a database of version 1 is brought up to date, with what it holds', async () => {
  const old = await lookInside(1);
  const at = Date.UTC(2026, 10, 24, 10, 0);
  old.run("INSERT INTO services VALUES (1, 'Test co-op', 'calls')");
  old.run('INSERT INTO incidents VALUES (1, ?, ?, ?, ?)', [at, at + hour, 'down', 'refused']);
  old.run('INSERT INTO incidents VALUES (1, ?, ?, ?, ?)', [
    at + 2 * hour,
    at + 3 * hour,
    'degraded',
    null,
  ]);
  old.close();

  const history = await remember(fakeClock());
  const view = await history.detail('calls', 'day');
  expect(view?.incidents).toEqual([
    { kind: 'degraded', fromUtcMs: at + 2 * hour, toUtcMs: at + 3 * hour, end: 'unseen' },
    { kind: 'down', fromUtcMs: at, toUtcMs: at + hour, end: 'unseen', reason: reason('refused') },
  ]);
  history.dispose();
});
