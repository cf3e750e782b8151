/** Cookies within one check: what is stored, and where it is sent. */
import { expect, test } from 'vitest';
import { createCookies } from '../../../main/platform/net/cookies.ts';

const here = new URL('https://chat.example/');
const jar = () => createCookies(() => 0);

test('of one host no more than fifty are kept', () => {
  const cookies = jar();
  for (const answer of ['a', 'b']) {
    cookies.take(
      here,
      Array.from({ length: 40 }, (_one, at) => `${answer}${at}=1`),
    );
  }
  expect(cookies.headerFor(here)?.split('; ')).toHaveLength(50);
});

test.each([
  [4096, true],
  [4097, false],
])('a cookie of %d characters is kept: %s', (length, kept) => {
  const cookies = jar();
  cookies.take(here, [`n=${'x'.repeat(length - 1)}`]);
  expect(cookies.headerFor(here) !== undefined).toBe(kept);
});

test.each([
  ['https://chat.example/', true],
  ['http://127.0.0.1:8000/', true],
  ['http://[::1]/', true],
  ['http://localhost/', true],
  ['http://pads.localhost/', true],
  ['http://chat.example/', false],
  ['http://127.example.org/', false],
  ['http://localhost.example.org/', false],
])('a cookie for secure lines comes from and goes to %s: %s', (address, taken) => {
  const cookies = jar();
  const url = new URL(address);
  cookies.take(url, ['a=1; Secure']);
  expect(cookies.headerFor(url)).toBe(taken ? 'a=1' : undefined);
});

test.each([
  ['another host', 'https://news.example/', 'a=1', undefined],
  ['a host below its own', 'https://x.chat.example/', 'a=1', undefined],
  ['a host below its domain', 'https://x.chat.example/', 'a=1; Domain=chat.example', 'a=1'],
  [
    'a host whose name only ends alike',
    'https://evilchat.example/',
    'a=1; Domain=chat.example',
    undefined,
  ],
])('to %s', (_where, address, given, sent) => {
  const cookies = jar();
  cookies.take(here, [given]);
  expect(cookies.headerFor(new URL(address))).toBe(sent);
});
