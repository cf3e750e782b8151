/**
 * Real repositories of restic and borg with three months of backups: one damaged, one night missing, the last backup
 * shrunk.
 */
import { spawn } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';
import { describe, expect, test } from 'vitest';
import { readers } from '../../../shared/backups/readers/index.ts';
import { viewTarget } from '../../../shared/backups/rules.ts';
import type { TargetView } from '../../../shared/backups/view.ts';
import type { BackupKind } from '../../../shared/coop/backups.ts';
import { BackupSourceSchema } from '../../../shared/coop/backups.ts';
import type { Server } from './quarter.ts';
import {
  damage,
  damaged,
  dayOf,
  earlier,
  lastNight,
  missed,
  nightly,
  nowUtcMs,
  startServer,
} from './quarter.ts';
import { entry } from '../../fixtures/entry.ts';

/** A hundred runs of a program on a busy machine; in ms. */
const timeoutMs = 600_000;

async function openServer({ onTestFinished }: TestContext): Promise<Server> {
  const server = await startServer();
  onTestFinished(server.remove);
  const { cron, timeZone } = nightly;
  const words = ['name=Files', `cron=${cron}`, `zone=${timeZone}`, 'wanted=90'];
  await server.note(lastNight.atUtcMs, 'set', ...words);
  return server;
}

async function ok(said: ReturnType<Server['run']>): Promise<string> {
  const { code, stdout, stderr } = await said;
  if (code !== 0) throw new Error(`ended with ${code}: ${stderr}`);
  return stdout;
}

/** What a member sees for a source's answer. */
function seen(kind: BackupKind, text: string): TargetView {
  const source = entry(BackupSourceSchema, {
    id: 's',
    name: 'Nightly',
    kind,
    url: 'https://backups.example/',
    wantedDays: 90,
    schedule: nightly,
  });
  const read = readers[kind](text, source, nowUtcMs);
  const [target, ...others] = read.ok ? read.targets : [];
  if (!target || others.length > 0) throw new Error(JSON.stringify(read));
  return viewTarget(target, source, nowUtcMs, nowUtcMs);
}

const found = (view: TargetView) => Object.fromEntries(view.findings.map((one) => [one.code, one]));
const daysThatAre = (view: TargetView, state: string) =>
  view.days.filter((one) => one.state === state).map(({ day }) => day);

/** The three problems with their days, from the hooks' file. */
async function expectAllFound(file: string): Promise<void> {
  const view = seen('coop-backups', await readFile(file, 'utf8'));
  expect(found(view)).toEqual({
    'check-failed': {
      code: 'check-failed',
      state: 'bad',
      params: { atUtcMs: nowUtcMs, error: expect.any(String) as unknown },
    },
    shrunk: expect.objectContaining({ state: 'warning' }) as unknown,
    // No restore was recorded.
    'drill-never': expect.objectContaining({ state: 'warning' }) as unknown,
    'missing-days': {
      code: 'missing-days',
      state: 'warning',
      params: { count: 1, day: missed.name },
    },
  });
  expect(view.state).toBe('bad');
  expect(daysThatAre(view, 'missing')).toEqual([missed.name]);
  expect(daysThatAre(view, 'shrunk')).toEqual([lastNight.name]);
  expect(daysThatAre(view, 'ok')).toHaveLength(88);
  expect(view.lastSuccessUtcMs).toBe(lastNight.atUtcMs);
  expect(view.retention).toEqual({ wantedDays: 90, heldDays: 99 });
}

describe('a quarter of nightly backups, with one damaged, one missing and one shrunk', () => {
  // Concurrently: each uses one processor.
  test.concurrent('with restic', { timeout: timeoutMs }, async (context) => {
    const nas = await openServer(context);
    const { run, note, remember, change, repository, folder, file, loseBase } = nas;
    const backup = (atUtcMs: number) => {
      const time = new Date(atUtcMs).toISOString().slice(0, 19).replace('T', ' ');
      return ['--no-cache', '--host', 'nas', '--time', time, folder];
    };
    await ok(run(['restic', 'init']));
    const sizes: number[] = [];
    let packs: readonly string[] = [];
    for (const night of earlier) {
      const before = await packsOf(repository);
      await change(night);
      sizes.push(sizeIn(await ok(run(['restic', 'backup', '--json', ...backup(night.atUtcMs)]))));
      if (night !== damaged) continue;
      packs = (await packsOf(repository)).filter((one) => !before.includes(one));
    }
    await remember(sizes);
    await loseBase();
    // The last one uses the hook, as on a co-op's server.
    await ok(
      run(['coop-backups-restic.sh', 'files', ...backup(lastNight.atUtcMs)], lastNight.atUtcMs),
    );

    const { pack, where } = await packOfFiles(nas, packs);
    await damage(pack);
    const check = await run(['restic', 'check', '--no-cache', '--read-data']);
    expect(check.code).not.toBe(0);
    await note(nowUtcMs, 'check', 'ok=false', `error=${check.stderr.slice(0, 200)}`);

    // restic itself reports which snapshots are affected.
    const times = [...where.matchAll(/in snapshot \w+ \(([\d-]+ [\d:]+)\)/g)];
    const days = times.map(([, time = '']) => dayOf(Date.parse(`${time.replace(' ', 'T')}Z`)));
    expect([...new Set(days)]).toEqual([damaged.name]);
    expect(check.stderr).toContain(nameOf(pack).slice(0, 8));
    await expectAllFound(file);

    // restic's list contains no checks and no failed runs, but shows the missing night.
    const listed = seen('restic-snapshots', await ok(run(['restic', 'snapshots', '--json'])));
    expect(found(listed)['missing-days']?.params).toEqual({ count: 1, day: missed.name });
    expect(daysThatAre(listed, 'missing')).toEqual([missed.name]);
    expect(listed.lastSuccessUtcMs).toBe(lastNight.atUtcMs);
    expect(listed.retention).toMatchObject({ heldDays: 99 });
  });

  test.concurrent('with borg', { timeout: timeoutMs }, async (context) => {
    const { run, note, remember, repository, folder, file, loseBase } = await openServer(context);
    await ok(run(['borg', 'init', '--encryption', 'none', repository]));
    const made = await makeArchives(repository, folder);
    await remember(made.map(({ sizeBytes }) => sizeBytes));
    await loseBase();
    const timestamp = stampOf(lastNight.atUtcMs);
    const archive = `${repository}::${lastNight.name}`;
    await ok(run(['borg', 'create', '--timestamp', timestamp, archive, folder]));
    await ok(run(['coop-backups-borg.sh', 'files', repository], lastNight.atUtcMs));

    // The first segment holds the data; later ones hold what the next archive replaces.
    await damage(made[earlier.indexOf(damaged)]?.segments[0] ?? '');
    const check = await run(['borg', 'check', repository]);
    expect(check.code).not.toBe(0);
    await note(nowUtcMs, 'check', 'ok=false', `error=${check.stderr.slice(0, 200)}`);

    // borg itself cannot restore that night, but restores the last one.
    const extract = (name: string) =>
      run(['borg', 'extract', '--dry-run', `${repository}::${name}`]).then(({ code }) => code);
    expect(await extract(damaged.name)).not.toBe(0);
    expect(await extract(lastNight.name)).toBe(0);
    await expectAllFound(file);
  });
});

async function packsOf(repository: string): Promise<readonly string[]> {
  const data = join(repository, 'data');
  const names = await readdir(data, { recursive: true });
  return names.filter((one) => /^..\/.{64}$/.test(one)).map((one) => join(data, one));
}

function nameOf(pack: string): string {
  return pack.slice(-64);
}

/** The pack with files rather than folders, and the location that restic reports for it. */
async function packOfFiles({ run }: Server, packs: readonly string[]) {
  for (const pack of packs) {
    const where = await ok(run(['restic', 'find', '--no-cache', '--pack', nameOf(pack)]));
    if (where.includes('in snapshot')) return { pack, where };
  }
  throw new Error('no pack holds files');
}

function sizeIn(said: string): number {
  const summary = said.trim().split('\n').at(-1) ?? '';
  return (JSON.parse(summary) as { total_bytes_processed: number }).total_bytes_processed;
}

function stampOf(atUtcMs: number): string {
  return new Date(atUtcMs).toISOString().slice(0, 19);
}

type Made = Readonly<{ sizeBytes: number; segments: readonly string[] }>;

/** One archive for each of the earlier nights. */
async function makeArchives(repository: string, folder: string): Promise<readonly Made[]> {
  const script = fileURLToPath(new URL('borg-runs.py', import.meta.url));
  const child = spawn('/usr/bin/python3', [script, repository, folder], {
    env: { TZ: 'UTC', BORG_BASE_DIR: join(repository, '..') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  for (const { atUtcMs, name } of earlier) child.stdin.write(`${stampOf(atUtcMs)} ${name}\n`);
  child.stdin.end();
  let said = '';
  for await (const piece of child.stdout) said += String(piece);
  return said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Made);
}
