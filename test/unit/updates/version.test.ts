/** Which version comes after which: what update checks of other apps got wrong. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compareVersions, isBeta, isVersion } from '../../../shared/updates/version.ts';

test.each<[older: string, newer: string, why: string]>([
  ['0.1.0', '0.1.1', 'a patch'],
  ['0.1.9', '0.2.0', 'a minor version'],
  ['0.9.9', '1.0.0', 'a major version'],
  ['9.9.9', '10.0.0', 'BGmi/BGmi#1112: 10.0.0 was taken for older than 9.9.9'],
  ['5.0.9', '5.0.10', 'the same, in the last place'],
  ['0.0.1-beta.9', '0.0.1-beta.10', 'electron-userland/electron-builder#3360'],
  ['0.1.1-beta.9', '0.1.1-beta.13', 'omichelsen/compare-versions#1'],
  ['1.0.0-beta.1', '1.0.0', 'the same: a beta was taken for equal to its version'],
  ['3.9.6-beta.1', '3.9.6', 'heroku/legacy-cli#1178: a beta was taken for newer than its version'],
  ['2.7.1', '2.7.2-beta.6', 'AndyMik90/Aperant#313: 2.7.1 was offered to 2.7.2-beta.6'],
  ['8.35.5', '9.0.0-beta.2', 'Fiestaboard/FiestaBoard#1968'],
  ['1.0.0-beta.999999', '1.0.0', 'the last of many betas'],
])('%s comes before %s (%s)', (older, newer) => {
  expect(compareVersions(older, newer)).toBeLessThan(0);
  expect(compareVersions(newer, older)).toBeGreaterThan(0);
  expect(compareVersions(newer, newer)).toBe(0);
});

test.each([
  '',
  '1',
  '1.0',
  '1.0.0.0',
  'v1.0.0',
  '01.0.0',
  '1.0.0-beta',
  '1.0.0-beta.0',
  // looplj/axonhub#2431: beta10 came before beta9.
  '1.0.0-beta10',
  '1.0.0-alpha.1',
  '1.0.0-rc.1',
  '1.0.0+7',
  ' 1.0.0',
  '1.0.0\n',
  '1.0.9999999',
  '१.0.0',
  '-1.0.0',
])('%j is no version', (text) => {
  expect(isVersion(text)).toBe(false);
  expect(() => compareVersions(text, '1.0.0')).toThrow(RangeError);
});

test('the app has a version that updates can follow', () => {
  const { version } = JSON.parse(
    readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  expect(isVersion(version)).toBe(true);
});

test('a beta is one', () => {
  expect([isBeta('1.0.0-beta.1'), isBeta('1.0.0')]).toEqual([true, false]);
});
