import { expect, test } from 'vitest';
import { bareHost } from '../../../main/platform/net/addresses.ts';

test.each([
  ['Mail.Example', 'mail.example'],
  ['mail.example.', 'mail.example'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['my_nas.local', 'my_nas.local'],
  ['[2001:DB8::1]', '2001:db8::1'],
  ['2001:db8::1', '2001:db8::1'],
  ['192.0.2.7', '192.0.2.7'],
  ['.', '.'],
  ['no name', 'no name'],
])('“%s” goes over the wire as “%s”', (host, expected) => {
  expect(bareHost(host)).toBe(expected);
});
