/** The history after a crash or a full disk: the journal is imported once, and nothing is counted twice. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAppendFile } from '../../../main/platform/append-file.ts';
import { DatabaseError } from '../../../main/platform/sqlite-error.ts';
import { fakeClock } from '../../unit/clock.ts';
import { hour, minute, opener, pathOf, remember, today, up } from './remember.ts';

describe('the journal', () => {
  test('what the journal could not take is not kept in memory, and not claimed later', async () => {
    const clock = fakeClock();
    const file = createAppendFile(pathOf('history.journal'));
    let full = true;
    const append = (text: string) =>
      full ? Promise.reject(new Error('ENOSPC')) : file.append(text);
    const history = await remember(clock, opener(), { ...file, append });
    for (let check = 0; check < 60; check += 1) await history.check('calls', up);
    expect(history.problem()).toEqual({ code: 'unwritable' });
    full = false;
    history.pause();
    for (let check = 0; check < 6; check += 1) await history.check('calls', up);
    const view = await history.detail('calls', 'day');
    expect([history.problem(), today(view)?.up]).toEqual([undefined, 5 * minute]);
    history.dispose();
  });

  test('what the database could not take waits in the journal', async () => {
    const clock = fakeClock();
    let blocked = true;
    const history = await remember(clock, (how) =>
      blocked ? Promise.reject(new DatabaseError('unwritable')) : opener()(how),
    );
    for (let check = 0; check < 60; check += 1) await history.check('calls', up);
    expect(await history.detail('calls', 'day')).toBeUndefined();
    blocked = false;
    await clock.pass(10 * minute);
    const view = await history.detail('calls', 'day');
    expect([history.problem(), today(view)?.up]).toEqual([undefined, 59 * minute]);
    history.dispose();
  });

  test('a journal that was left behind by a crash is taken over once, without its torn end', async () => {
    const clock = fakeClock();
    const first = await remember(clock);
    for (let check = 0; check < 11; check += 1) await first.check('calls', up);
    first.dispose();
    const lines = readFileSync(pathOf('history.journal'), 'utf8');
    writeFileSync(pathOf('history.journal'), `{"id":"strange"}\n${lines}{"id":"torn","coop":"Te`);
    const second = await remember(clock);
    expect(today(await second.detail('calls', 'day'))?.up).toBe(10 * minute);
    expect(readdirSync(pathOf('.'))).not.toContain('history.journal');
    second.dispose();
  });

  test('a line that was torn by a crash costs none of those after it, and is kept beside', async () => {
    const clock = fakeClock();
    writeFileSync(pathOf('history.journal'), '{"id":"torn","coop":"Te');
    const history = await remember(clock, () => Promise.reject(new DatabaseError('unwritable')));
    for (let check = 0; check < 11; check += 1) await history.check('calls', up);
    history.dispose();
    const later = await remember(clock);
    expect(today(await later.detail('calls', 'day'))?.up).toBe(10 * minute);
    expect(readFileSync(pathOf('history.journal.unread'), 'utf8')).toBe(
      '{"id":"torn","coop":"Te\n',
    );
    later.dispose();
  });

  test.each([
    ['from its beginning', 0],
    ['to its end', 1],
  ])(
    'a journal that cannot be read %s stays, and is taken over when it can',
    async (_where, at) => {
      const clock = fakeClock();
      const file = createAppendFile(pathOf('history.journal'));
      let broken = true;
      const lines = async function* () {
        let left = at;
        for await (const line of file.lines()) {
          if (broken && left === 0) throw new Error('EIO');
          left -= 1;
          yield line;
        }
        if (broken) throw new Error('EIO');
      };
      const history = await remember(clock, opener(), { ...file, lines });
      for (let check = 0; check < 11; check += 1) await history.check('calls', up);
      await history.detail('calls', 'day');
      expect(readdirSync(pathOf('.'))).toContain('history.journal');
      broken = false;
      expect(today(await history.detail('calls', 'day'))?.up).toBe(10 * minute);
      expect(readdirSync(pathOf('.'))).not.toContain('history.journal');
      history.dispose();
    },
  );

  test.each<[string, Error | undefined]>([
    ['there is no database', new DatabaseError('unwritable')],
    ['there is one', undefined],
  ])('a journal that has grown far too large is not thrown away while %s', async (_what, error) => {
    const clock = fakeClock();
    const first = await remember(clock, () => Promise.reject(new DatabaseError('unwritable')));
    for (let check = 0; check < 11; check += 1) await first.check('calls', up);
    first.dispose();
    truncateSync(pathOf('history.journal'), 80 * 1024 * 1024);
    const later = await remember(clock, error ? () => Promise.reject(error) : opener());
    if (error) {
      for (let check = 0; check < 3; check += 1) await later.check('calls', up);
      expect(statSync(pathOf('history.journal')).size).toBe(80 * 1024 * 1024);
      expect(later.problem()).toEqual({ code: 'unwritable' });
    } else {
      expect(today(await later.detail('calls', 'day'))?.up).toBe(10 * minute);
    }
    later.dispose();
  });

  test('nor twice, when the crash came before the journal was thrown away', async () => {
    const clock = fakeClock();
    const file = createAppendFile(pathOf('history.journal'));
    const remove = () => Promise.reject(new Error('EACCES'));
    const history = await remember(clock, opener(), { ...file, remove });
    for (let check = 0; check < 11; check += 1) await history.check('calls', up);
    for (let time = 0; time < 3; time += 1) {
      expect(today(await history.detail('calls', 'day'))?.up).toBe(10 * minute);
    }
    history.dispose();
  });

  test('nor is what was added while the rest was taken over thrown away with it', async () => {
    const clock = fakeClock();
    const file = createAppendFile(pathOf('history.journal'));
    let reads = 0;
    const lines = async function* () {
      const read: string[] = [];
      for await (const line of file.lines()) read.push(line);
      reads += 1;
      // The same minutes again, under other ids.
      const again = read.map((line) => `${line.replace('{"id":"', '{"id":"later-')}\n`).join('');
      if (reads === 1) await file.append(again);
      yield* read;
    };
    const history = await remember(clock, opener(), { ...file, lines });
    for (let check = 0; check < 11; check += 1) await history.check('calls', up);
    expect(today(await history.detail('calls', 'day'))?.up).toBe(10 * minute);
    expect(today(await history.detail('calls', 'day'))?.up).toBe(20 * minute);
    expect(readdirSync(pathOf('.'))).not.toContain('history.journal');
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
});

test('a kill between two writes costs at most what was not written', async () => {
  const script = join(import.meta.dirname, 'killed.ts');
  const killed = spawnSync(process.execPath, [script, pathOf()], { timeout: 20_000 });
  expect(killed.signal).toBe('SIGKILL');
  expect(readdirSync(pathOf('.'))).toContain('history.db-wal');

  const history = await remember(fakeClock(Number(killed.stdout.toString())));
  const view = await history.detail('calls', 'day');
  expect(history.problem()).toBeUndefined();
  // Ten minutes were written; five more were only in memory and do not count.
  expect(today(view)?.up).toBe(10 * minute);
  expect(view?.uptimes.day.unwatchedMs).toBeGreaterThan(23 * hour);
  history.dispose();
});
