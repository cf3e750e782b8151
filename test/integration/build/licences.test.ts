/** That the licence of everything in the app is with it, and goes with the app's own. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { build } from 'vite';
import type { PackedPackage } from '../../../build/licences.ts';
import {
  checkLicences,
  folderOf,
  notesPackages,
  outsideTheBundle,
  readPackage,
  writeLicences,
} from '../../../build/licences.ts';
import { isAllowed } from '../../../build/licences/allowed.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'coop-tray-licences-'));
});
afterEach(() => rm(dir, { recursive: true }));

describe('the package of a module', () => {
  test.each<[string, string | undefined]>([
    ['/app/node_modules/react/index.js', '/app/node_modules/react'],
    ['/app/node_modules/@scope/name/lib/a.js?commonjs-proxy', '/app/node_modules/@scope/name'],
    ['/app/node_modules/one/node_modules/two/a.js', '/app/node_modules/one/node_modules/two'],
    ['\0/app/node_modules/react/index.js?commonjs-es-import', '/app/node_modules/react'],
    [
      '/app/renderer/../node_modules/@font/inter/files/a.woff2',
      '/app/renderer/../node_modules/@font/inter',
    ],
    ['\0rolldown/runtime.js', 'node_modules/rolldown'],
    ['\0vite/preload-helper.js', 'node_modules/vite'],
    ['/app/main/index.ts', undefined],
    ['\0commonjsHelpers.js', undefined],
  ])('%j', (id, folder) => {
    expect(folderOf(id)).toBe(folder);
  });
});

test.each<[string, boolean]>([
  ['MIT', true],
  ['(MIT OR GPL-2.0-only)', true],
  ['MIT AND OFL-1.1', true],
  ['MIT AND GPL-2.0-only', false],
  ['GPL-2.0-only', false],
  ['CC-BY-NC-4.0', false],
  ['SEE LICENSE IN LICENSE', false],
  ['UNLICENSED', false],
  ['', false],
])('%j may be part of a program under the GPL: %s', (licence, expected) => {
  expect(isAllowed(licence)).toBe(expected);
});

describe('a package is refused', () => {
  const sound: PackedPackage = { name: 'one', version: '1.0.0', licence: 'MIT', texts: ['text'] };
  test.each<[string, Partial<PackedPackage>, string]>([
    ['without a text', { licence: 'ISC', texts: [] }, 'one: no text of its licence, “ISC”'],
    ['under a licence that forbids it', { licence: 'CC-BY-NC-4.0' }, 'one: “CC-BY-NC-4.0”'],
    ['that names no licence', { licence: '' }, 'one: “”'],
  ])('%s', (_what, over, message) => {
    expect(() => checkLicences([sound])).not.toThrow();
    expect(() => checkLicences([{ ...sound, ...over }])).toThrow(message);
  });
});

async function putPackage(name: string, manifest: object, files: Readonly<Record<string, string>>) {
  const folder = join(dir, 'node_modules', name);
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name, version: '1.2.3', ...manifest }),
  );
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  return folder;
}

test('a package’s licence and notice are both kept, and a missing MIT text is stated', async () => {
  const both = await putPackage(
    'both',
    { license: 'Apache-2.0' },
    { 'LICENSE.md': 'the licence', NOTICE: 'the notice', 'index.js': '' },
  );
  expect(readPackage(both).texts).toEqual(['the licence', 'the notice']);
  const bare = await putPackage('bare', { license: 'MIT', author: { name: 'Kim' } }, {});
  expect(readPackage(bare).texts).toEqual([expect.stringContaining('Copyright (c) Kim')]);
  const silent = await putPackage('silent', { license: 'ISC' }, {});
  expect(readPackage(silent).texts).toEqual([]);
});

test('every package that a bundle takes from is noted, even one that only gives a picture', async () => {
  await putPackage(
    'used',
    { license: 'MIT', main: 'index.js' },
    { 'index.js': 'export const a = 1;' },
  );
  await putPackage(
    'unused',
    { license: 'MIT', main: 'index.js' },
    { 'index.js': 'export const b = 1;' },
  );
  await putPackage('font', { license: 'OFL-1.1' }, { 'a.woff2': 'w'.repeat(5000) });
  await writeFile(join(dir, 'a.css'), "@font-face { src: url('font/a.woff2') }");
  await writeFile(
    join(dir, 'index.js'),
    "import './a.css'; import { a } from 'used'; console.log(a);",
  );
  const noted = new Set<string>();
  await build({
    root: dir,
    configFile: false,
    logLevel: 'silent',
    plugins: [notesPackages((folder) => noted.add(folder))],
    build: { rolldownOptions: { input: join(dir, 'index.js') } },
  });
  const names = [...noted].map((folder) => folder.split('/').at(-1));
  expect(names).toEqual(expect.arrayContaining(['font', 'used']));
  expect(names).not.toContain('unused');
});

test('the file begins with the app’s own licence, and has that of what is outside of the bundle', async () => {
  const file = join(dir, 'licences.txt');
  await writeLicences(file, ['node_modules/react', 'node_modules/@fontsource-variable/inter']);
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(/^Coop Tray \(GPL-3\.0-or-later\)/);
  expect(text).toContain('GNU GENERAL PUBLIC LICENSE');
  for (const name of ['react ', '@fontsource-variable/inter ', '@github/keytar ', 'libsql '])
    expect(text).toContain(`\n${name}`);
  expect(outsideTheBundle()).toContain('node_modules/keytar');
});
