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
  ['169.254.169.254.', '169.254.169.254'],
  ['0xA9FEA9FE', '169.254.169.254'],
  ['0251.0376.0251.0376', '169.254.169.254'],
  ['2852039166', '169.254.169.254'],
  ['169.254.43518', '169.254.169.254'],
  ['\uff11\uff16\uff19.254.169.254', '169.254.169.254'],
  ['169\u3002254\u3002169\u3002254', '169.254.169.254'],
  ['.', '.'],
  ['no name', 'no name'],
])('“%s” goes over the wire as “%s”', (host, expected) => {
  expect(bareHost(host)).toBe(expected);
});
