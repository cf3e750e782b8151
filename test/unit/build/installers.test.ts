import { describe, expect, test } from 'vitest';
import { debianVersion } from '../../../build/linux/deb.ts';
import { debianDepends } from '../../../build/linux/needed.ts';
import { askedTargets, refusal } from '../../../build/targets.ts';

describe('what is asked for', () => {
  test.each<[string[], string, object | undefined]>([
    [[], 'linux', undefined],
    [['--target=deb'], 'linux', { targets: ['deb'], release: false }],
    [
      ['--target=deb,rpm,AppImage'],
      'linux',
      { targets: ['deb', 'rpm', 'AppImage'], release: false },
    ],
    [['--release'], 'linux', { targets: ['deb', 'rpm', 'AppImage'], release: true }],
    [['--release', '--target=rpm'], 'linux', { targets: ['rpm'], release: true }],
    [['--release'], 'win32', { targets: ['deb', 'rpm', 'AppImage'], release: true }],
  ])('%j on %s', (args, platform, asked) => {
    expect(askedTargets(args, platform)).toEqual(asked);
  });

  test.each([
    [['--target=snap'], 'linux', '--target takes deb, rpm, AppImage'],
    [['--target=deb,'], 'linux', '--target takes'],
    [['--target=deb'], 'darwin', 'Elsewhere, use --release'],
    [['--targets=deb'], 'linux', 'Unknown option'],
  ])('%j on %s is refused', (args, platform, why) => {
    expect(() => askedTargets(args, platform)).toThrow(why);
  });
});

describe('without the official Electron', () => {
  test.each<[Parameters<typeof refusal>[0], boolean, RegExp | undefined]>([
    [{ targets: ['deb', 'rpm'], release: false }, false, undefined],
    [{ targets: ['deb', 'AppImage'], release: false }, false, /Leave it out/],
    [{ targets: ['deb'], release: true }, false, /official Electron only/],
    [{ targets: ['deb', 'rpm', 'AppImage'], release: true }, true, undefined],
  ])('%j, official: %s', (asked, official, words) => {
    const said = refusal(asked, official);
    if (words) expect(said).toMatch(words);
    else expect(said).toBeUndefined();
  });
});

test.each([
  ['1.2.3', true, '1.2.3'],
  ['1.2.3', false, '1.2.3~standin'],
  ['1.3.0-beta.1', true, '1.3.0~beta.1'],
  ['1.3.0-beta.1', false, '1.3.0~beta.1~standin'],
])('version %s, official: %s, is %s to dpkg and rpm', (version, official, expected) => {
  expect(debianVersion({ version, official, date: new Date(0) })).toBe(expected);
});

describe('dependencies', () => {
  test('name a package once, and for each renamed one the new name first', () => {
    const libraries = ['libnss3.so', 'libsmime3.so', 'libasound.so.2', 'libm.so.6', 'libc.so.6'];
    expect(debianDepends({ libraries, libc: '2.25' })).toEqual([
      'libasound2t64 | libasound2',
      'libc6 (>= 2.25)',
      'libnss3',
      'libx11-xcb1',
      'xdg-utils',
    ]);
  });

  test('of a library that nobody has placed stop the packaging, by its name', () => {
    expect(() => debianDepends({ libraries: ['libnew.so.1'], libc: '2.25' })).toThrow(
      'libnew.so.1',
    );
  });
});
