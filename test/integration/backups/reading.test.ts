import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import type { Backups } from '../../../main/features/backups/index.ts';
import { createBackups } from '../../../main/features/backups/index.ts';
import { keptLimitBytes } from '../../../main/features/backups/reading-cache.ts';
import { createReadBackups } from '../../../main/features/backups/request.ts';
import { systemClock as clock } from '../../../main/platform/clock.ts';
import { fileStore } from '../../../main/platform/files.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import { createSessionSecrets } from '../../../main/platform/secrets/session.ts';
import type { BackupsPlan } from '../../../shared/coop/backups.ts';
import { BackupsSchema } from '../../../shared/coop/backups.ts';
import { typeSecret } from '../../unit/backups/stage.ts';
import type { BackupFault, StandInBackups } from '../../servers/backups/index.ts';
import { startBackups } from '../../servers/backups/index.ts';
import { entry } from '../../fixtures/entry.ts';

const dayS = 86_400;
const apiKey = 'read-only-key';

let server: StandInBackups | undefined;
let backups: Backups | undefined;
let folder: string | undefined;
/** Continues after `dispose`, so that what was read is saved. */
let saving: Promise<void> = Promise.resolve();
afterEach(async () => {
  backups?.dispose();
  await server?.stop();
  await allSaved();
  if (folder) await rm(folder, { recursive: true, force: true });
  [server, backups, folder] = [undefined, undefined, undefined];
});

/** A save may queue behind the previous one. */
async function allSaved(): Promise<void> {
  for (let last; last !== saving; await setImmediate()) {
    last = saving;
    await last;
  }
}

/** A Saturday night. */
const startedUtcMs = Date.UTC(2026, 10, 28, 3);

async function open() {
  let aheadMs = 0;
  const checks = [{ name: 'Files', timeoutS: dayS, graceS: 3600 }];
  const nowUtcMs = () => startedUtcMs + aheadMs;
  const running = (server = await startBackups({ checks, apiKey, nowUtcMs }));
  const place = (folder = await mkdtemp(join(tmpdir(), 'coop-backups-')));
  const file = fileStore(join(place, 'backups.json'), keptLimitBytes);
  const net = createNet({ budget: createBudget(8) });
  const here = { ...clock, nowUtcMs };
  const build = async (plan: BackupsPlan) => {
    backups?.dispose();
    const built = (backups = createBackups({
      clock: here,
      // The app's own limits, with shorter timeouts.
      read: createReadBackups({
        clock: here,
        net: { request: (request) => net.request({ ...request, phaseMs: 1500 }) },
      }),
      store: { ...file, save: (text) => (saving = file.save(text)) },
      secrets: createSessionSecrets(),
      random: Math.random,
      connectivity: {
        current: () => ({ state: 'online' }),
        confirm: async () => 'online',
      },
      timeZone: () => 'America/Toronto',
      isQuiet: () => true,
      show: () => {},
    }));
    await built.restore();
    built.setPlan(plan, []);
    return built;
  };
  return { running, place, build, pass: (ms: number) => (aheadMs += ms) };
}

function planOf(source: object): BackupsPlan {
  return entry(BackupsSchema, { sources: [{ id: 's', name: 'Source', ...source }] });
}

function fileOf(atUtcMs: number): string {
  const at = new Date(atUtcMs).toISOString();
  return JSON.stringify({
    format: 'coop-backups/1',
    written: at,
    targets: [{ id: 'files', name: 'Files', lastSuccess: at, nextExpected: at }],
  });
}

const settled = (built: Backups) =>
  vi.waitFor(() => expect(built.state().reading).toBe(false), { timeout: 8000 });
const read = async (built: Backups) => {
  built.readNow();
  await settled(built);
};

test.each<[BackupFault, object]>([
  ['html', { code: 'html' }],
  ['error', { code: 'http-status', status: 500 }],
  ['late', { code: 'timeout' }],
  ['slow', { code: 'timeout' }],
  ['huge', { code: 'too-large' }],
  ['torn', { code: 'unreachable' }],
  // An endless chain of redirects.
  ['moved', { code: 'unreachable' }],
])(
  'a source that is %s: said so, with the last good reading and its time',
  async (fault, problem) => {
    const { running, build } = await open();
    const url = running.publish('/backups.json', fileOf(startedUtcMs - 60_000));
    const built = await build(planOf({ kind: 'coop-backups', url }));
    await vi.waitFor(() => expect(built.state().targets).toHaveLength(1));
    await settled(built);
    const readAtUtcMs = built.state().sources[0]?.readAtUtcMs;
    running.take(fault);
    await read(built);
    expect(built.state()).toMatchObject({
      sources: [{ problem, readAtUtcMs }],
      targets: [{ name: 'Files' }],
    });
    running.take(undefined);
    await read(built);
    expect(built.state().sources[0]?.problem).toBeUndefined();
  },
);

test('the last good reading outlives the app, and is no green light once it is old', async () => {
  const { running, place, build, pass } = await open();
  const url = running.publish('/backups.json', fileOf(startedUtcMs - 60_000));
  const plan = planOf({ kind: 'coop-backups', url });
  const first = await build(plan);
  await vi.waitFor(() => expect(first.state().targets[0]?.state).toBe('good'));
  await settled(first);
  const file = () => readFile(join(place, 'backups.json'), 'utf8');
  await vi.waitFor(async () => expect(await file()).toContain('"Files"'));
  running.take('error');
  pass(2 * dayS * 1000);
  const second = await build(plan);
  expect(second.state().targets).toMatchObject([{ name: 'Files' }]);
  await vi.waitFor(() => expect(second.state().sources[0]?.problem?.code).toBe('http-status'));
  expect(second.state().targets[0]?.state).toBe('unknown');
});

test('healthchecks: asks for its key, takes it from the keyring, and hears of success, failure and silence', async () => {
  const { running, place, build, pass } = await open();
  const plan = planOf({ kind: 'healthchecks', url: running.url, auth: 'api-key' });
  const built = await build(plan);
  await vi.waitFor(() =>
    expect(built.state().sources).toMatchObject([
      { problem: { code: 'secret-missing' }, needsSecret: true },
    ]),
  );
  expect(running.asked()).toEqual([]);
  await typeSecret(built, 's', 'wrong');
  await vi.waitFor(() => expect(built.state().sources[0]?.problem?.code).toBe('no-access'));
  expect(await typeSecret(built, 's', apiKey)).toBeUndefined();
  await vi.waitFor(() => expect(built.state().sources[0]?.problem).toBeUndefined());
  await settled(built);
  const codes = () => built.state().targets[0]?.findings.map(({ code }) => code);
  expect(codes()).toEqual(['never-ran']);

  running.checks.ping('Files');
  await read(built);
  expect(codes()).toEqual([]);
  running.checks.ping('Files', 'fail');
  await read(built);
  expect(codes()).toContain('failed');
  running.checks.ping('Files');
  pass((dayS + 1800) * 1000);
  await read(built);
  expect(codes()).toEqual([]);
  pass(3600 * 1000);
  await read(built);
  expect(built.state().targets[0]?.state).toBe('bad');
  running.checks.pause('Files');
  await read(built);
  expect(codes()).toEqual(['nothing-known']);
  expect(await readFile(join(place, 'backups.json'), 'utf8')).not.toContain(apiKey);
});

test('a secret is not carried along to where the source sends on', async () => {
  const { running, build } = await open();
  const built = await build(planOf({ kind: 'healthchecks', url: running.url, auth: 'api-key' }));
  await settled(built);
  running.take('moved');
  await typeSecret(built, 's', apiKey);
  await vi.waitFor(() => expect(built.state().sources[0]?.problem?.status).toBe(302));
  expect(running.asked()).toEqual([{ path: '/api/v3/checks/', secret: apiKey }]);
});
