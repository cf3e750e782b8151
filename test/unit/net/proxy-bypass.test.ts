/**
 * Which hosts need no proxy. Many rows are what people reported of programs that got it wrong; the number is that of
 * the report.
 */
import { expect, test } from 'vitest';
import { parseBypass } from '../../../shared/net/proxy-bypass.ts';

test.each<[list: string, host: string, port: number, isDirect: boolean]>([
  ['', 'example.coop', 443, false],
  ['*', 'example.coop', 443, true],
  ['*', '2001:db8::1', 443, true],
  ['example.coop', 'example.coop', 443, true],
  ['EXAMPLE.coop', 'example.coop', 443, true],
  ['example.coop.', 'example.coop', 443, true],
  // curl 9842, dotnet 75199: names below it, with and without a dot.
  ['example.coop', 'www.example.coop', 443, true],
  ['.example.coop', 'www.example.coop', 443, true],
  ['.example.coop', 'example.coop', 443, true],
  ['*.example.coop', 'a.b.example.coop', 443, true],
  // httplib2 94, requests 4795, libwww-perl 433: not what merely ends so.
  ['ample.coop', 'example.coop', 443, false],
  ['.ample.coop', 'example.coop', 443, false],
  ['www.example.coop', 'example.coop', 443, false],
  ['example.coop', 'example.coop.evil.example', 443, false],
  // dotnet 75199: a lone dot is nothing, not everything.
  ['.', 'example.coop', 443, false],
  [',,;', 'example.coop', 443, false],
  // Separators.
  ['a.example, b.example', 'b.example', 443, true],
  ['a.example b.example', 'b.example', 443, true],
  ['a.example;b.example', 'b.example', 443, true],
  ['a.example|b.example', 'b.example', 443, true],
  // Ports.
  ['example.coop:8443', 'example.coop', 8443, true],
  ['example.coop:8443', 'example.coop', 443, false],
  ['.example.coop:443', 'www.example.coop', 443, true],
  ['10.0.0.1:80', '10.0.0.1', 80, true],
  ['10.0.0.1:80', '10.0.0.1', 81, false],
  // curl 9773: ranges.
  ['10.0.0.0/8', '10.10.20.1', 443, true],
  ['10.0.0.0/8', '11.0.0.1', 443, false],
  ['192.168.0.0/16,10.0.0.0/8', '10.1.2.3', 443, true],
  // curl 19828, httpx 3574: of IPv6 too, which once crashed a program.
  ['2001:db8::/32', '2001:db8:1::5', 443, true],
  ['fe80::/10', '2001:db8::1', 443, false],
  ['[2001:db8::]/32', '2001:db8:1::5', 443, true],
  ['10.0.0.0/99', '10.0.0.1', 443, false],
  ['example.coop/', 'example.coop', 443, true],
  // curl 2353, undici 5616: an address without brackets has no port.
  ['2001:db8::1', '2001:db8::1', 443, true],
  ['[2001:db8::1]', '2001:db8::1', 443, true],
  ['[2001:db8::1]:8443', '2001:db8::1', 8443, true],
  ['[2001:db8::1]:8443', '2001:db8::1', 443, false],
  // curl 5745: other spellings of the same address.
  ['2001:db8:0:0:0:0:0:1', '2001:db8::1', 443, true],
  ['2001:DB8::1', '2001:db8::1', 443, true],
  ['::ffff:192.0.2.1', '192.0.2.1', 443, true],
  // Names are not resolved, and an address is not the end of a name.
  ['192.0.2.1', 'example.coop', 443, false],
  ['2.1', '192.0.2.1', 443, false],
  // As desktops write it.
  ['192.168.*', '192.168.3.4', 443, true],
  ['192.168.*', '192.169.3.4', 443, false],
  ['<local>', 'printer', 443, true],
  ['<local>', 'example.coop', 443, false],
  ['http://example.coop', 'example.coop', 443, true],
])('%j of %s, port %i: %s', (list, host, port, isDirect) => {
  expect(parseBypass(list)({ host, port })).toBe(isDirect);
});

test('a long list takes no long time', () => {
  const list = Array.from({ length: 50_000 }, (_, at) => `host${at}.example`).join(',');
  const isExempt = parseBypass(list);
  expect(isExempt({ host: 'host999.example', port: 443 })).toBe(true);
  expect(isExempt({ host: 'host1000.example', port: 443 })).toBe(false);
});
