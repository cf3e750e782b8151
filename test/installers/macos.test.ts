/** The disk image, on a Mac: mounted, copied as a member does, and asked what needs no screen. Run by the release workflow. */
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appId, linkScheme } from '../../shared/identity.ts';

const run = (program: string, ...words: string[]) =>
  execFileSync(program, words, { encoding: 'utf8' });
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

let folder: string;
let app: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coop-tray-dmg-'));
  const [image] = globSync('out/package/*.dmg');
  if (image === undefined) throw new Error('There is no disk image in out/package.');
  const volume = join(folder, 'volume');
  run('hdiutil', 'attach', '-nobrowse', '-readonly', '-mountpoint', volume, image);
  try {
    app = join(folder, 'Coop Tray.app');
    run('cp', '-R', join(volume, 'Coop Tray.app'), app);
  } finally {
    run('hdiutil', 'detach', volume);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const about = (key: string) =>
  run('plutil', '-extract', key, 'json', '-o', '-', join(app, 'Contents', 'Info.plist'));
const ask = (...words: string[]) =>
  run(
    join(app, 'Contents', 'MacOS', 'Coop Tray'),
    `--user-data-dir=${join(folder, 'profile')}`,
    ...words,
  );

test('the app says its version', () => {
  expect(ask('--version')).toMatch(new RegExp(`^Coop Tray ${version}, with Electron \\d`));
});

test('it reads a document and judges it', () => {
  expect(ask('check', 'docs/examples/hypha.coop.json', '--offline')).toContain('No problems found');
});

test('it is known by its id, takes links, and lives in the menu bar', () => {
  expect(JSON.parse(about('CFBundleURLTypes'))).toMatchObject([
    { CFBundleURLSchemes: [linkScheme] },
  ]);
  expect(
    run('plutil', '-extract', 'CFBundleIdentifier', 'raw', join(app, 'Contents/Info.plist')).trim(),
  ).toBe(appId);
  expect(
    run('plutil', '-extract', 'LSUIElement', 'raw', join(app, 'Contents/Info.plist')).trim(),
  ).toBe('true');
});

test('its signature, if only to itself, covers what is in it', () => {
  expect(() => run('codesign', '--verify', '--deep', '--strict', app)).not.toThrow();
});
