import { expect, test } from 'vitest';
import { isLoopback, isThisMachine, tidyHost } from '../../../shared/net/bare-host.ts';

test.each([
  ['Chat.Example.', 'chat.example'],
  ['[2001:DB8::1]', '2001:db8::1'],
  ['2001:db8::1', '2001:db8::1'],
  ['[::1', '[::1'],
])('“%s” is the host “%s”', (written, host) => {
  expect(tidyHost(written)).toBe(host);
});

test.each([
  ['localhost', true, true],
  ['127.0.0.1', true, true],
  ['127.255.255.254', true, true],
  ['::1', true, true],
  ['pads.localhost', false, true],
  ['127.example.org', false, false],
  ['127.0.0.1.example.org', false, false],
  ['localhost.example.org', false, false],
  ['notlocalhost', false, false],
  ['128.0.0.1', false, false],
  ['10.0.0.1', false, false],
  ['', false, false],
])('“%s” is this machine for secrets: %s; by its name: %s', (host, forSecrets, byName) => {
  expect([isLoopback(host), isThisMachine(host)]).toEqual([forSecrets, byName]);
});
