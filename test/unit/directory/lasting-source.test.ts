import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { lastingSource } from '../../../main/core/directory/read.ts';

test.each([
  ['a domain', ' maple.example ', 'maple.example'],
  ['an address', 'https://maple.example/coop.json', 'https://maple.example/coop.json'],
  ['a file of that folder', './coop.json', '/work/coops/coop.json'],
  ['a file above it', '../coop.json', '/work/coop.json'],
  ['a whole path', '/srv/coop.json', '/srv/coop.json'],
  ['a file at home', '~/coop.json', join(homedir(), 'coop.json')],
])('%s that was named in another folder is found from everywhere', (_what, typed, source) => {
  expect(lastingSource(typed, '/work/coops')).toBe(source);
});

test('without a folder it is the one that the app itself runs in', () => {
  expect(lastingSource('./coop.json')).toBe(resolve('coop.json'));
});
