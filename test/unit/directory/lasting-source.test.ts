import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { lastingSource, readSource } from '../../../main/core/directory/read.ts';

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

// nodejs/node 1184: a shell goes on in a folder that has been removed. It was taken for a network that does not answer.
test('from a folder that is gone, a file cannot be read', async () => {
  const cwd = vi.spyOn(process, 'cwd').mockImplementation(() => {
    throw Object.assign(new Error('uv_cwd'), { code: 'ENOENT' });
  });
  try {
    const { signal } = new AbortController();
    const net = { request: () => Promise.reject(new Error('a file needs none')) };
    const read = (typed: string) =>
      readSource({ net, clock: { nowUtcMs: () => 0 } }, typed, signal);
    expect(await read('./coop.json')).toMatchObject({ error: { code: 'file-unreadable' } });
    expect(await read('file://elsewhere/coop.json')).toMatchObject({
      error: { code: 'address-invalid' },
    });
    expect(lastingSource('./coop.json')).toBe('./coop.json');
  } finally {
    cwd.mockRestore();
  }
});
