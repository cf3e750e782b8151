/** The hooks of docs/hooks as backup jobs call them, and the resulting file as the app reads it. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { createHookWorld, hooks, nowUtcMs } from './hook-world.ts';

/** A shell script starts a dozen programs, each of which is slow on a busy machine. */
vi.setConfig({ testTimeout: 90_000 });

let world: ReturnType<typeof createHookWorld>;
beforeEach(() => {
  world = createHookWorld();
});
afterEach(() => rmSync(world.folder, { recursive: true, force: true }));

const firstOf = () => world.read()[0];

test('a job notes its start, its end and its proofs', async () => {
  const { write } = world;
  const schedule = ['cron=0 2 * * *', 'zone=Asia/Tokyo', 'grace=600'];
  await write('pads', 'set', 'name=Pads', ...schedule, 'wanted=90', 'tool=borg');
  await write('pads', 'start');
  expect(firstOf()).toMatchObject({
    name: 'Pads',
    schedule: { cron: '0 2 * * *', timeZone: 'Asia/Tokyo', graceS: 600 },
    lastAttempt: { atUtcMs: nowUtcMs },
    check: 'never',
    drill: 'never',
  });
  expect(firstOf()?.lastAttempt).not.toHaveProperty('ok');
  await write('pads', 'ok', 'size=123', 'held=88');
  await write('pads', 'check', 'ok=true');
  await write('pads', 'drill', 'ok=true', 'by=Ana', 'asserted=the newest pad opens', 'duration=90');
  await write('pads', 'standby', 'from=2026-11-01T02:00:00Z', 'reachable=true', 'max_age=93600');
  expect(firstOf()).toMatchObject({
    tool: 'borg',
    lastAttempt: { ok: true },
    lastSuccessUtcMs: nowUtcMs,
    sizeBytes: 123,
    retention: { wantedDays: 90, heldDays: 88 },
    days: [{ day: '2026-11-25', ok: true, sizeBytes: 123 }],
    check: { ok: true },
    drill: { ok: true, by: 'Ana', asserted: 'the newest pad opens', durationS: 90 },
    standby: { restoredFromUtcMs: Date.UTC(2026, 10, 1, 2), reachable: true, maxAgeS: 93_600 },
  });
});

test('whatever a program says stays text', async () => {
  const error = 'disk "full" \\o/ $(touch owned) `id`; \u001B[2J\nand { more: \'é\' }';
  await world.write('pads', 'failed', `error=${error}`);
  const shown = 'disk "full" \\o/ $(touch owned) `id`; [2J and { more: \'é\' }';
  expect(firstOf()).toMatchObject({
    lastAttempt: { ok: false, error: shown },
    days: [{ ok: false, error: shown }],
  });
  await world.write('pads', 'failed', `error=${'x'.repeat(5000)}`);
  expect(firstOf()?.lastAttempt?.error).toHaveLength(300);
});

test('a day is good once one of its runs was, and 400 of them are kept', async () => {
  const { write, state } = world;
  const okToday = () => firstOf()?.days?.at(-1)?.ok;
  await write('pads', 'failed', 'error=lock');
  expect(okToday()).toBe(false);
  await write('pads', 'ok', 'size=5');
  expect([okToday(), firstOf()?.lastAttempt]).toMatchObject([true, { ok: true }]);
  await write('pads', 'failed');
  expect([okToday(), firstOf()?.lastAttempt]).toMatchObject([true, { ok: false }]);
  const old = Array.from({ length: 450 }, (_, at) =>
    new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10),
  );
  writeFileSync(join(state, 'pads', 'days'), old.map((day) => `${day} true 7 \n`).join(''));
  await write('pads', 'ok');
  expect(firstOf()?.days).toHaveLength(400);
  expect(firstOf()?.days?.at(-1)?.day).toBe('2026-11-24');
});

test('a run counts for the day on which it began', async () => {
  await world.write('pads', 'start');
  writeFileSync(join(world.state, 'pads', 'started'), '2026-11-01\n');
  await world.write('pads', 'ok');
  expect(firstOf()?.days).toEqual([{ day: '2026-11-01', ok: true }]);
  await world.write('pads', 'ok');
  expect(firstOf()?.days).toHaveLength(2);
});

test('wrong words change nothing', async () => {
  await world.write('pads', 'check', 'ok=true');
  const before = world.text();
  for (const words of [
    ['pads'],
    ['../pads', 'ok'],
    ['.pads', 'ok'],
    ['pads', 'fine'],
    ['pads', 'ok', 'size=5GB'],
    ['pads', 'ok', 'size'],
    ['pads', 'ok', 'sise=5'],
    ['pads', 'check', 'ok=maybe'],
    ['pads', 'check'],
  ]) {
    const { code, said } = await world.write(...words);
    expect([words, code, said.split(':')[0]]).toEqual([words, 2, 'coop-backups-write.sh']);
  }
  expect(world.text()).toBe(before);
});

test('jobs at the same time lose nothing, and nobody reads half a file', async () => {
  const names = ['a', 'b', 'c', 'd'];
  await world.write('first', 'ok');
  const running = new Set(names);
  const jobs = Promise.all(
    names.map(async (name) => {
      const ended = await world.write(name, 'ok', 'size=1');
      running.delete(name);
      return ended;
    }),
  );
  while (running.size > 0) {
    expect(world.read().length).toBeGreaterThan(0);
    await new Promise(setImmediate);
  }
  expect((await jobs).map(({ code }) => code)).toEqual(names.map(() => 0));
  expect(world.read().map(({ id }) => id)).toEqual([...names, 'first']);
  expect(readdirSync(world.folder).toSorted()).toEqual(['backups.json', 'bin', 'state']);
});

test('a lock whose owner was killed is taken over', async () => {
  mkdirSync(join(world.state, '.lock'), { recursive: true });
  writeFileSync(join(world.state, '.lock', 'owner'), '4999999\n');
  expect(await world.write('pads', 'ok')).toEqual({ code: 0, said: '' });
});

const resticSays = (ended: number) => `case "$1" in
  backup) echo "Fatal: unable to open /srv: \\"no\\"" >&2; exit ${ended} ;;
  stats) echo '{"total_size":5000000,"total_file_count":12,"snapshots_count":1}' ;;
  snapshots) echo '[{"time":"2026-11-22T02:10:00.1-05:00","tree":"x","paths":["/srv"],"summary":{"backup_start":"2026-11-22T02:10:00-05:00"}},{"time":"2026-11-23T02:10:00.1-05:00","tree":"y"},{"time":"2026-11-23T14:00:00.1-05:00","tree":"z"}]' ;;
esac`;

test('restic: size and days that are held, or why not', async () => {
  world.fake('restic', resticSays(0));
  expect(await world.run('coop-backups-restic.sh', ['pads', '/srv'])).toMatchObject({ code: 0 });
  expect(firstOf()).toMatchObject({
    lastAttempt: { ok: true },
    sizeBytes: 5_000_000,
    retention: { heldDays: 2 },
  });
  world.fake('restic', resticSays(3));
  expect(await world.run('coop-backups-restic.sh', ['pads', '/srv'])).toMatchObject({ code: 3 });
  expect(firstOf()?.lastAttempt).toMatchObject({
    ok: false,
    error: 'restic ended with 3: Fatal: unable to open /srv: "no"',
  });
});

test('borg: size and days that are held, and without its passphrase at least that it came', async () => {
  world.fake(
    'borg',
    `case "$1" in
  info) printf '{\\n    "archives": [\\n        {\\n            "stats": {\\n                "compressed_size": 7,\\n                "original_size": 9000\\n            }\\n        }\\n    ],\\n    "cache": {"stats": {"total_size": 1}}\\n}\\n' ;;
  list) printf '{\\n    "archives": [\\n        {\\n            "name": "a",\\n            "time": "2026-11-22T02:10:00.000000"\\n        },\\n        {\\n            "time": "2026-11-23T02:10:00.000000"\\n        }\\n    ]\\n}\\n' ;;
esac`,
  );
  await world.run('coop-backups-borg.sh', ['pads', '/srv/repo']);
  expect(firstOf()).toMatchObject({ sizeBytes: 9000, retention: { heldDays: 2 } });
  world.fake('borg', 'exit 2');
  expect(await world.run('coop-backups-borg.sh', ['pads', '/srv/repo'])).toMatchObject({ code: 0 });
  expect(firstOf()).toMatchObject({ lastAttempt: { ok: true } });
  expect(firstOf()).not.toHaveProperty('sizeBytes');
});

test('Proxmox: a target for each guest, and no job ends because of the hook', async () => {
  const archive = join(world.folder, 'vzdump-qemu-101.vma.zst');
  writeFileSync(archive, 'x'.repeat(77));
  const phase = (...words: string[]) =>
    world.run('coop-backups-vzdump.sh', words, { HOSTNAME: 'passwords', TARGET: archive });
  await phase('job-start');
  await phase('backup-start', 'snapshot', '101');
  await phase('backup-end', 'snapshot', '101');
  await phase('backup-start', 'snapshot', '102');
  await phase('backup-abort', 'snapshot', '102');
  expect(world.read()).toMatchObject([
    { id: 'vm-101', name: 'passwords', tool: 'vzdump', sizeBytes: 77, lastAttempt: { ok: true } },
    {
      id: 'vm-102',
      lastAttempt: { ok: false, error: 'vzdump gave up; see its log of this guest' },
    },
  ]);
  const lost = { COOP_BACKUPS_STATE: '/proc/nowhere' };
  const unwritable = await world.run('coop-backups-vzdump.sh', ['backup-start', 'stop', '1'], lost);
  expect(unwritable.code).toBe(0);
});

test('the words for borgmatic are YAML and call what is there', () => {
  const words = parse(readFileSync(join(hooks, 'borgmatic.yaml'), 'utf8')) as {
    commands: readonly { run: readonly string[] }[];
  };
  const called = words.commands.flatMap(({ run }) => run.map((one) => one.split(' ')[0]));
  expect(called).toHaveLength(5);
  expect(called.filter((one) => !readdirSync(hooks).includes(one ?? ''))).toEqual([]);
});
