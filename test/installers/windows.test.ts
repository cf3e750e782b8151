/** The installer, on Windows: run without questions, the app asked what needs no screen, and removed again. Run by the release workflow. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../desktop/wait.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const installed = join(process.env['LOCALAPPDATA'] ?? '', 'Programs', 'coop-tray');
const executable = join(installed, 'Coop Tray.exe');

let profile: string;
/** Through a pipe: a program with windows has no console. */
const ask = (...words: string[]) =>
  execFileSync(executable, [`--user-data-dir=${profile}`, ...words], { encoding: 'utf8' });

beforeAll(() => {
  profile = mkdtempSync(join(tmpdir(), 'coop-tray-profile-'));
  const [installer] = globSync('out/package/*.exe');
  if (installer === undefined) throw new Error('There is no installer in out/package.');
  execFileSync(installer, ['/S']);
});
afterAll(() => rmSync(profile, { recursive: true, force: true }));

test('it installs for one user, and the app says its version', () => {
  expect(ask('--version')).toMatch(new RegExp(`^Coop Tray ${version}, with Electron \\d`));
});

test('it reads a document and judges it', () => {
  expect(ask('check', 'docs/examples/hypha.coop.json', '--offline')).toContain('No problems found');
});

test('it is removed again', async () => {
  execFileSync(join(installed, 'Uninstall Coop Tray.exe'), ['/S']);
  // It copies itself away, and goes on from there.
  await eventually('the app to go', () => (existsSync(executable) ? undefined : true), 60_000);
});
