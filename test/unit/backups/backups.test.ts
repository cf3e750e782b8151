import { expect, test } from 'vitest';
import { minuteMs, hourMs, morningUtcMs, planOf, reads, good, badRun, start } from './stage.ts';

test('each source is read at once and then on its own interval', async () => {
  const { backups, clock, world } = start();
  backups.setPlan(planOf({ intervalS: 600 }, { intervalS: 3600 }), []);
  await clock.pass(0);
  expect(world.asked.map(([id]) => id)).toEqual(['s0', 's1']);
  await clock.pass(hourMs + minuteMs);
  expect(world.asked.filter(([id]) => id === 's0')).toHaveLength(7);
  expect(world.asked.filter(([id]) => id === 's1')).toHaveLength(2);
  expect(backups.state().targets.map(({ name, state }) => [name, state])).toEqual([
    ['Files', 'good'],
    ['Files', 'good'],
  ]);
  backups.dispose();
  expect(clock.timers()).toBe(0);
});

test('a source that fails keeps its last good reading with its time, and is asked less and less often', async () => {
  const { backups, clock, world } = start();
  backups.setPlan(planOf({ intervalS: 600 }), []);
  await clock.pass(0);
  world.answer = { ok: false, problem: { code: 'html' } };
  await clock.pass(600_000);
  const state = backups.state();
  expect(state.sources).toMatchObject([
    { readAtUtcMs: morningUtcMs, problem: { code: 'html' }, remarks: [] },
  ]);
  expect(state.targets).toMatchObject([{ name: 'Files' }]);
  await clock.pass(24 * hourMs);
  expect(world.asked.length).toBeLessThan(12);
  expect(backups.state().targets[0]?.state).not.toBe('good');
  world.answer = reads(good(morningUtcMs + 17 * hourMs));
  backups.readNow('s0');
  await clock.pass(0);
  expect(backups.state().sources[0]?.problem).toBeUndefined();
});

test('the last good reading is there after a start, and is not asked for again before its time', async () => {
  const first = start();
  first.backups.setPlan(planOf({ intervalS: 3600 }), []);
  await first.clock.pass(1);
  first.backups.dispose();

  const text = first.world.text ?? '';
  const next = start({ text, startUtcMs: morningUtcMs + 10 * minuteMs });
  await next.backups.restore();
  next.backups.setPlan(planOf({ intervalS: 3600 }), []);
  await next.clock.pass(30 * minuteMs);
  expect(next.world.asked).toEqual([]);
  expect(next.backups.state().targets).toMatchObject([{ name: 'Files', state: 'good' }]);
  await next.clock.pass(30 * minuteMs);
  expect(next.world.asked).toHaveLength(1);
});

test.each([
  ['nothing', undefined],
  ['no JSON', '{'],
  ['another shape', '{"version":1,"told":{},"readings":[{"of":"x"}]}'],
  ['a later version', '{"version":2}'],
])('a file that holds %s is none', async (_what, text) => {
  const { backups, clock } = start(text === undefined ? {} : { text });
  await backups.restore();
  backups.setPlan(planOf({}), []);
  expect(backups.state().targets).toEqual([]);
  await clock.pass(0);
  expect(backups.state().targets).toHaveLength(1);
});

test('another address under the same id is another source', async () => {
  const { backups, clock, world } = start();
  backups.setPlan(planOf({}), []);
  await clock.pass(0);
  world.answer = { ok: false, problem: { code: 'not-found' } };
  backups.setPlan(planOf({ url: 'https://elsewhere.example/b.json' }), []);
  await clock.pass(0);
  expect(backups.state()).toMatchObject({
    targets: [],
    sources: [{ problem: { code: 'not-found' } }],
  });
});

test('nothing is asked while this machine is offline, and a failure then is not the source’s', async () => {
  const { backups, clock, world } = start();
  world.connectivity = 'offline';
  backups.setPlan(planOf({ intervalS: 600 }), []);
  await clock.pass(2 * hourMs);
  expect(world.asked).toEqual([]);
  world.connectivity = 'online';
  backups.resume();
  await clock.pass(0);
  expect(world.asked).toHaveLength(1);
  world.answer = { ok: false, problem: { code: 'unreachable' } };
  world.onRead = () => {
    // The connection is lost during the poll.
    world.connectivity = 'offline';
  };
  await clock.pass(700_000);
  expect(backups.state().sources[0]?.problem).toBeUndefined();
});

test('while the machine sleeps there is no timer; after it, what is overdue is read', async () => {
  const { backups, clock, world } = start();
  backups.setPlan(planOf({ intervalS: 600 }), []);
  await clock.pass(0);
  backups.suspend();
  expect(clock.timers()).toBe(0);
  clock.jump(8 * hourMs);
  backups.resume();
  await clock.pass(0);
  expect(world.asked).toHaveLength(2);
});

test('what fails is told once, together, after a moment for the other sources', async () => {
  const { backups, clock, world } = start();
  world.answer = reads(badRun);
  backups.setPlan(planOf({ intervalS: 600 }, { intervalS: 600 }), []);
  await clock.pass(29_000);
  expect(world.shown).toEqual([]);
  await clock.pass(2000);
  expect(world.shown).toEqual(['failed Files, failed Files']);
  await clock.pass(24 * hourMs);
  expect(world.shown).toHaveLength(1);
});

test('nothing is told in quiet hours nor at night; in the morning it is', async () => {
  const { backups, clock, world } = start();
  world.hushed = true;
  world.answer = reads(badRun);
  backups.setPlan(planOf({ intervalS: 600 }), []);
  await clock.pass(11.2 * hourMs);
  world.hushed = false;
  await clock.pass(10.6 * hourMs);
  expect(world.shown).toEqual([]);
  await clock.pass(0.5 * hourMs);
  expect(world.shown).toEqual(['failed Files']);
});

test('an old reading is no news: what it says may be mended by now', async () => {
  const first = start();
  first.world.answer = reads(badRun);
  first.world.hushed = true;
  first.backups.setPlan(planOf({ intervalS: 600 }), []);
  await first.clock.pass(minuteMs);

  const text = first.world.text ?? '';
  const next = start({ text, startUtcMs: morningUtcMs + 24 * hourMs });
  await next.backups.restore();
  next.world.answer = { ok: false, problem: { code: 'timeout' } };
  next.backups.setPlan(planOf({ intervalS: 600 }), []);
  await next.clock.pass(hourMs);
  expect(next.backups.state().targets).toMatchObject([{ name: 'Files' }]);
  expect(next.world.shown).toEqual([]);
});

test('what was told is not told again after a start', async () => {
  const first = start();
  first.world.answer = reads(badRun);
  first.backups.setPlan(planOf({ intervalS: 600 }), []);
  await first.clock.pass(minuteMs);
  expect(first.world.shown).toHaveLength(1);

  const text = first.world.text ?? '';
  const next = start({ text, startUtcMs: morningUtcMs + hourMs });
  await next.backups.restore();
  next.world.answer = reads(badRun);
  next.backups.setPlan(planOf({ intervalS: 600 }), []);
  await next.clock.pass(hourMs);
  expect(next.world.shown).toEqual([]);
});

test('targets that the document names and the source is silent about are shown as unknown', async () => {
  const { backups, clock } = start();
  backups.setPlan(planOf({ targets: ['Files', 'Passwords'] }), []);
  await clock.pass(0);
  expect(backups.state().targets.map(({ name, state }) => [name, state])).toEqual([
    ['Passwords', 'unknown'],
    ['Files', 'good'],
  ]);
});

test('rooms are told with their next purge on the clock of their zone', () => {
  const { backups } = start();
  const purge = { cron: '0 3 * * 0', timeZone: 'America/Toronto' };
  const rooms = [
    { room: '#a:b.example', name: 'General', keepDays: 90, purge, archived: false },
    { room: '#o:b.example', name: 'Old', archived: true },
    { room: '#x:b.example', name: 'Odd', purge: { cron: 'x', timeZone: 'x' }, archived: false },
  ];
  backups.setPlan(planOf({}), rooms);
  expect(backups.state().rooms).toEqual([
    {
      room: '#a:b.example',
      name: 'General',
      keepDays: 90,
      archived: false,
      rhythm: 'weekly',
      lastPurgeUtcMs: Date.UTC(2026, 10, 22, 8),
      nextPurgeUtcMs: Date.UTC(2026, 10, 29, 8),
    },
    { room: '#o:b.example', name: 'Old', archived: true },
    { room: '#x:b.example', name: 'Odd', archived: false },
  ]);
  backups.dispose();
});

test('the standby’s age is what the source that names the service says; of several the oldest', async () => {
  const { backups, clock, world } = start();
  const standby = { restoredFromUtcMs: morningUtcMs - hourMs, maxAgeS: 7200 };
  world.answer = reads({ ...good(morningUtcMs), standby });
  const older = { restoredFromUtcMs: morningUtcMs - 9 * hourMs };
  backups.setPlan(planOf({ standbyOf: 'passwords' }), []);
  await clock.pass(0);
  expect(backups.standbyOf('passwords')).toEqual({
    ofUtcMs: morningUtcMs - hourMs,
    maxAgeS: 7200,
  });
  expect(backups.standbyOf('files')).toBeUndefined();
  world.answer = reads({ ...good(1), standby }, { id: 'b', name: 'B', standby: older });
  backups.readNow();
  await clock.pass(0);
  expect(backups.standbyOf('passwords')).toEqual({
    ofUtcMs: morningUtcMs - 9 * hourMs,
    maxAgeS: 48 * 3600,
  });
});

test('what it told stands until a reading says that it is over', async () => {
  const { backups, clock, world } = start();
  backups.setPlan(planOf({ intervalS: 600 }), []);
  world.answer = reads(badRun);
  await clock.pass(5 * minuteMs);
  expect(world.standing?.isOver()).toBe(false);
  world.answer = { ok: false, problem: { code: 'html' } };
  await clock.pass(hourMs);
  expect(world.standing?.isOver()).toBe(false);
  world.answer = reads(good(clock.nowUtcMs() - minuteMs));
  backups.readNow();
  await clock.pass(minuteMs);
  expect(world.standing?.isOver()).toBe(true);
});
