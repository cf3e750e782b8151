import { expect, test } from 'vitest';
import { inShortTempDir } from '../../../main/platform/short-temp-dir.ts';

// A socket's path may have 103 bytes on macOS; Chromium adds 33.
test.each([
  ['the usual one', '/tmp', '/tmp'],
  ['none', undefined, undefined],
  [
    'that of macOS',
    '/var/folders/y3/v17xjx292n79984hn36rs_gm0000gn/T/',
    '/var/folders/y3/v17xjx292n79984hn36rs_gm0000gn/T/',
  ],
  ['the longest', `/${'x'.repeat(69)}`, `/${'x'.repeat(69)}`],
  ['a longer one', `/${'x'.repeat(70)}`, '/tmp'],
  ['one whose letters take more bytes', `/${'é'.repeat(40)}`, '/tmp'],
])('with %s', (_what, given, used) => {
  const env: NodeJS.ProcessEnv = given === undefined ? {} : { TMPDIR: given };
  expect(inShortTempDir(env, () => env['TMPDIR'])).toBe(used);
  expect(env).toEqual(given === undefined ? {} : { TMPDIR: given });
  const failing = () => {
    throw new Error('no lock');
  };
  expect(() => inShortTempDir(env, failing)).toThrow('no lock');
  expect(env['TMPDIR']).toBe(given);
});
