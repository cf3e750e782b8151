import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { BackupsParts } from '../../../main/backups/index.ts';
import { createBackups } from '../../../main/backups/index.ts';
import { SecretsError } from '../../../main/platform/secrets/types.ts';
import type { BackupNews } from '../../../shared/backups/notices.ts';
import type { ReadSource, TargetReading } from '../../../shared/backups/reading.ts';
import type { ConnectivityState } from '../../../shared/connectivity.ts';
import type { BackupsPlan } from '../../../shared/coop/backups.ts';
import { BackupsSchema } from '../../../shared/coop/backups.ts';
import { fakeClock } from '../clock.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** 10:00 in Toronto. */
const morningUtcMs = Date.UTC(2026, 10, 24, 15);

function planOf(...sources: readonly object[]): BackupsPlan {
  const whole = sources.map((one, at) => ({
    id: `s${at}`,
    name: `Source ${at}`,
    kind: 'coop-backups',
    url: `https://backups.example/${at}.json`,
    ...one,
  }));
  return v.parse(BackupsSchema, { sources: whole });
}

function reads(...targets: readonly TargetReading[]): ReadSource {
  return { ok: true, targets, problems: [] };
}

function good(atUtcMs: number): TargetReading {
  const schedule = { cron: '0 3 * * *', timeZone: 'America/Toronto', graceS: 3600 };
  return { id: 'files', name: 'Files', schedule, lastSuccessUtcMs: atUtcMs };
}

const badRun: TargetReading = {
  id: 'files',
  name: 'Files',
  lastAttempt: { atUtcMs: morningUtcMs - hourMs, ok: false },
};

function start(options: Readonly<{ text?: string; startUtcMs?: number }> = {}) {
  const clock = fakeClock(options.startUtcMs ?? morningUtcMs);
  const keyring = new Map<string, string>();
  const world = {
    answer: reads(good(morningUtcMs - 2 * hourMs)),
    connectivity: 'online' as ConnectivityState,
    hushed: false,
    text: options.text,
    asked: [] as [string, string | undefined][],
    onRead: () => {},
    shown: [] as string[],
    changes: 0,
    keyring: keyring as Map<string, string> | undefined,
  };
  const ring = () => {
    if (!world.keyring) throw new SecretsError('locked');
    return world.keyring;
  };
  const parts: BackupsParts = {
    clock,
    read: async ({ id }, secret) => {
      world.asked.push([id, secret]);
      world.onRead();
      return world.answer;
    },
    store: {
      load: async () => world.text,
      save: async (text) => {
        world.text = text;
      },
    },
    secrets: {
      get: async (account) => ring().get(account),
      set: async (account, secret) => void ring().set(account, secret),
      delete: async (account) => void ring().delete(account),
    },
    random: () => 0.5,
    connectivity: {
      current: () => ({ state: world.connectivity }),
      confirm: async () => world.connectivity,
    },
    timeZone: () => 'America/Toronto',
    isHushed: () => world.hushed,
    show: (news: readonly BackupNews[]) =>
      world.shown.push(news.map(({ topic, name }) => `${topic} ${name}`).join(', ')),
  };
  const backups = createBackups(parts);
  backups.onChange(() => {
    world.changes += 1;
  });
  return { backups, clock, world };
}

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
    // The way out is lost during the look.
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

test('a secret comes from the keyring once, and goes to its own source', async () => {
  const { backups, clock, world } = start();
  backups.setPlan(planOf({ auth: 'bearer' }, {}), []);
  expect(await backups.setSecret('s0', 'token')).toBeUndefined();
  await clock.pass(0);
  expect(world.asked).toContainEqual(['s0', 'token']);
  expect(world.asked).toContainEqual(['s1', undefined]);
  expect([...(world.keyring?.keys() ?? [])]).toEqual(['backups s0 https://backups.example']);
  expect(world.text).not.toContain('token');
  await backups.setSecret('s0', '');
  expect(world.keyring?.size).toBe(0);
});

test('a keyring that is locked is asked once, and again when the member asks', async () => {
  const { backups, clock, world } = start();
  world.keyring = undefined;
  backups.setPlan(planOf({ auth: 'bearer', intervalS: 600 }), []);
  await clock.pass(hourMs);
  expect(world.asked.every(([, secret]) => secret === undefined)).toBe(true);
  expect(await backups.setSecret('s0', 'token')).toBe('keyring-locked');
  expect(await backups.setSecret('nobody', 'token')).toBe('not-found');
  world.keyring = new Map([['backups s0 https://backups.example', 'token']]);
  await clock.pass(hourMs);
  expect(world.asked.at(-1)).toEqual(['s0', undefined]);
  backups.readNow();
  await clock.pass(0);
  expect(world.asked.at(-1)).toEqual(['s0', 'token']);
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
