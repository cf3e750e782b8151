/** `coop-tray status` of the packaged app, as over ssh: an ordinary user, no display, no session bus. */
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { StatusReportSchema } from '../../shared/cli/status.ts';
import type { Person } from '../desktop/person.ts';
import { desktopUser } from '../desktop/person.ts';
import { eventually } from '../desktop/wait.ts';
import type { StandInCoop } from '../servers/coop/index.ts';
import { startCoop } from '../servers/coop/index.ts';
import { pace, setScene } from './scene.ts';

let coop: StandInCoop;
let person: Person;
let profile: string;
let emptyProfile: string;

beforeAll(async () => {
  coop = await startCoop(pace);
  person = desktopUser();
  profile = person.makeFolder('profile');
  emptyProfile = person.makeFolder('profile');
  keepCopy(coop.documentText());
});
afterEach(() => coop.service('calls').take('up'));
afterAll(async () => {
  for (const folder of [profile, emptyProfile]) rmSync(folder, { recursive: true, force: true });
  await coop.stop();
});

function keepCopy(text: string): void {
  const copy = { source: coop.documentUrl, readAtUtcMs: Date.now(), text };
  writeFileSync(join(profile, 'coop.json'), JSON.stringify(copy));
  person.own(profile);
}

type Ended = Readonly<{ code: number | null; stdout: string; stderr: string; tookMs: number }>;

/** `shell`: a script that runs the command, which is `"$@"`. */
type Surroundings = Readonly<{ shell?: string; env?: Readonly<Record<string, string>> }>;

function status(words: readonly string[] = [], from = profile): Promise<Ended> {
  return run(['status', ...words], from);
}

function run(words: readonly string[], from = profile, more: Surroundings = {}): Promise<Ended> {
  const [command = '', ...args] = [
    ...person.prefix,
    ...(more.shell === undefined ? [] : ['sh', '-c', more.shell, 'sh']),
    inject('executable'),
    `--user-data-dir=${from}`,
    ...words,
  ];
  const env = { PATH: process.env['PATH'], HOME: profile, LANG: 'C.UTF-8', ...more.env };
  const startMs = performance.now();
  return new Promise((resolve) => {
    const child = execFile(command, args, { env, cwd: '/' }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr, tookMs: performance.now() - startMs });
    });
  });
}

/** The summary; below it the chores, or above it a blank line. */
const lastLines = ({ stdout }: Ended) => stdout.trimEnd().split('\n').slice(-2);
const chores = 'For admins: Staging site';

/** Processes of the packaged app, including Chromium's helpers. */
function processes(): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith(inject('executable'));
    } catch {
      return false;
    }
  });
}

test('a chore is 0, and the table says whose it is', async () => {
  const ended = await status();
  expect([ended.code, ...lastLines(ended)]).toEqual([0, 'All services are working', chores]);
  expect(ended.stdout).toMatch(/^! has problems {2}Staging site +\d+ ms {2,}Its certificate/);
  expect(ended.stdout.split('\n')).toHaveLength(17 + 4);
});

test('down is 2, told soon', async () => {
  await coop.service('calls').take('down');
  const ended = await status();
  expect([ended.code, ...lastLines(ended)]).toEqual([
    2,
    '1 of 16 down: Calls (BigBlueButton)',
    chores,
  ]);
  expect(ended.tookMs).toBeLessThan(8000);
});

test('all up is 0, in the language asked for', async () => {
  const document = JSON.parse(coop.documentText()) as { services: { id: string }[] };
  document.services = document.services.filter(({ id }) => id !== 'staging');
  keepCopy(JSON.stringify(document));
  const ended = await status(['--lang=fr']);
  expect([ended.code, ...lastLines(ended)]).toEqual([0, '', 'Les services fonctionnent']);
  keepCopy(coop.documentText());
});

test('--json prints one object of the documented shape, and nothing else', async () => {
  const { code, stdout } = await status(['--json']);
  const report = v.parse(StatusReportSchema, JSON.parse(stdout));
  expect([code, report]).toMatchObject([0, { version: 1, overall: 'up' }]);
  expect(stdout.endsWith('}\n') && stdout.indexOf('\n') === stdout.length - 1).toBe(true);
});

test('a document is looked through before it is published', async () => {
  const file = join(profile, 'draft.json');
  writeFileSync(file, '{ "version": 1, “name”: "Maple Street" }');
  person.own(profile);
  const { code, stdout } = await run(['check', file, '--offline']);
  rmSync(file);
  expect([code, stdout.split('\n')[2]]).toEqual([
    2,
    '  Line 1, column 17: texts go between straight double quotation marks, not these: “name”',
  ]);
});

test.each([
  [
    'what is piped in',
    `printf '{ "version": 1, “name”: "Maple Street" }' | "$@"`,
    'Line 1, column 17',
  ],
  ['nothing', '"$@" < /dev/null', 'Line 1, column 1'],
  ['a stdin that is closed', '"$@" <&-', 'Line 1, column 1'],
])('so is %s', async (_what, shell, place) => {
  const { code, stdout } = await run(['check', '-', '--offline'], emptyProfile, { shell });
  expect([code, stdout]).toEqual([2, expect.stringContaining(place)]);
});

test('without a co-op it is 3, and stdout is empty', async () => {
  const ended = await status([], emptyProfile);
  expect([ended.code, ended.stdout]).toEqual([3, '']);
});

test('nothing is written into the profile, and no process stays', async () => {
  const seen = () =>
    readdirSync(profile, { recursive: true, encoding: 'utf8' }).map((name) => [
      name,
      statSync(join(profile, name)).mtimeMs,
    ]);
  const before = seen();
  await status([`--coop=${coop.documentUrl}`]);
  expect(seen()).toEqual(before);
  await eventually('all processes to end', () => (processes().length === 0 ? true : undefined));
});

test('it works beside the tray app of the same profile, and leaves it alone', async () => {
  const scene = await setScene();
  const tray = await scene.tray();
  await tray.waitFor((now) => now.tooltip === 'All services are working');
  const ended = await status([], scene.app.profile);
  expect([ended.code, ...lastLines(ended)]).toEqual([0, 'All services are working', chores]);
  expect(scene.app.electron.windows()).toHaveLength(0);
  expect((await tray.read()).tooltip).toBe('All services are working');
  await scene.stop();
});

// substrate 6148, fd 737; a reader that has read enough is another matter.
test.each([
  ['exec "$@" > /dev/full', 3, /The answer couldn’t be written \(ENOSPC\)\./],
  // Its reader is gone before there is anything to read.
  ['{ "$@"; echo "ended with $?" >&2; } | true', 0, /ended with 0$/],
])('%s is %i', async (shell, code, said) => {
  const ended = await run(['help'], emptyProfile, { shell });
  expect([ended.code, ended.stderr.trim()]).toEqual([code, expect.stringMatching(said)]);
});

test('a command that there is not is 3: the app would start, and a script wait for it', async () => {
  const { code, stdout, stderr } = await run(['stauts', '--json'], emptyProfile);
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toContain('There’s no command “stauts”.');
});

// anthropics/claude-code 21130, desktop/desktop 3779: Electron showed a stack, and the command stayed.
test('an echo test without a folder for its profile says so, and ends', async () => {
  const env = { TMPDIR: join(emptyProfile, 'missing') };
  const { code, stderr } = await run(['echo', 'ours'], emptyProfile, { env });
  expect([code, stderr]).toEqual([
    3,
    expect.stringContaining(`can’t write in ${env.TMPDIR} (ENOENT)`),
  ]);
});
