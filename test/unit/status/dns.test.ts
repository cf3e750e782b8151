import { domainToASCII } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { DnsRecord } from '../../../shared/coop/probe.ts';
import { canonicalAddress, reverseName } from '../../../shared/net/ip-address.ts';
import { isRecord, recordText } from '../../../shared/status/dns.ts';

const mx = { exchange: 'MX1.Mail.Example', priority: 10, type: 'MX' };
const srv = { name: 'sip.example', port: 443, priority: 10, weight: 5, type: 'SRV' };
const soa = {
  nsname: 'ns1.example',
  hostmaster: 'admin.example',
  serial: 2_026_112_901,
  refresh: 10_800,
  retry: 3600,
  expire: 604_800,
  minttl: 300,
};

test.each<[DnsRecord, unknown, string]>([
  ['A', '192.0.2.1', '192.0.2.1'],
  ['TXT', ['v=spf1 include:_spf.mail.ex', 'ample -all'], 'v=spf1 include:_spf.mail.example -all'],
  ['MX', mx, '10 MX1.Mail.Example'],
  ['SRV', srv, '10 5 443 sip.example'],
  ['SOA', soa, 'ns1.example admin.example 2026112901 10800 3600 604800 300'],
  ['CAA', { critical: 0, issue: 'letsencrypt.org', type: 'CAA' }, '0 issue "letsencrypt.org"'],
  [
    'CAA',
    { type: 'CAA', critical: 128, iodef: 'mailto:a@b.example' },
    '128 iodef "mailto:a@b.example"',
  ],
])('%s is written as in a zone file: %o', (record, data, text) => {
  expect(recordText(record, data)).toBe(text);
});

describe.each<[DnsRecord, unknown, readonly string[], readonly string[]]>([
  [
    'A',
    '192.0.2.100',
    ['192.0.2.100', ' 192.0.2.100 ', '::ffff:192.0.2.100', '::FFFF:C000:264'],
    ['192.0.2.10', '92.0.2.100', '2.0.2.100', '192.0.2.1000', '192.0.2', '', 'A', '192.0.2.0100'],
  ],
  [
    'AAAA',
    '2001:db8::1',
    ['2001:DB8::1', '2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8:0::0:1', '[2001:db8::1]'],
    ['2001:db8::', '2001:db8::10', '2001:db8::1::', '1:db8::1', 'AAAA', '::1', '2001:db8:1'],
  ],
  ['AAAA', '::ffff:192.0.2.1', ['192.0.2.1', '::ffff:c000:201'], ['192.0.2.10', '::192.0.2.1']],
  [
    'CNAME',
    'Web.Host.Example',
    ['web.host.example', 'WEB.HOST.EXAMPLE.', '.host.example', '*.example'],
    [
      'host.example',
      'web.host',
      'oweb.host.example',
      'web.host.example.org',
      '.web.host.example',
      '.t.example',
    ],
  ],
  [
    'NS',
    'ns1.münchen.example',
    ['ns1.xn--mnchen-3ya.example', 'NS1.München.example.'],
    ['ns1.munchen.example'],
  ],
  [
    'NS',
    'ns1.xn--mnchen-3ya.example',
    ['ns1.münchen.example', '.MÜNCHEN.example'],
    ['münchen.example'],
  ],
  ['PTR', 'mail.example', ['Mail.Example.'], ['il.example']],
  [
    'MX',
    mx,
    [
      'mx1.mail.example',
      'mx1.mail.example.',
      '10 mx1.mail.example',
      'MX1.Mail.Example 10',
      '10  MX1.mail.example.',
      '.mail.example',
    ],
    [
      'MX',
      '10',
      'mail.example',
      '1 mx1.mail.example',
      '20 mx1.mail.example',
      'mx1.mail.example 1',
      'mx1.mail.example 100',
    ],
  ],
  ['MX', { exchange: '', priority: 0, type: 'MX' }, ['0 .', '.'], ['0', 'mx1.mail.example']],
  [
    'SRV',
    srv,
    [
      'sip.example',
      '10 5 443 sip.example',
      '10 5 443 SIP.example.',
      'sip.example 443 10 5',
      'sip.example:443',
      'sip.example 443',
    ],
    [
      'SRV',
      '443',
      '10 5 44 sip.example',
      '5 10 443 sip.example',
      'sip.example:44',
      'ip.example',
      '10 5 443',
    ],
  ],
  [
    'TXT',
    ['v=spf1 include:_spf.mail.ex', 'ample -all'],
    [
      'v=spf1',
      'include:_spf.mail.example',
      '"v=spf1 include:_spf.mail.ex" "ample -all"',
      '"v=spf1 "',
    ],
    ['V=SPF1', '+all', '"v=spf1" "-all"'],
  ],
  [
    'CAA',
    { critical: 0, issue: 'letsencrypt.org', type: 'CAA' },
    [
      'letsencrypt.org',
      'issue letsencrypt.org',
      '0 issue "letsencrypt.org"',
      '0 ISSUE "LetsEncrypt.org"',
    ],
    ['CAA', 'encrypt.org', 'issuewild letsencrypt.org', '128 issue "letsencrypt.org"'],
  ],
  ['CAA', { critical: 0, issue: ';', type: 'CAA' }, ['0 issue ";"', ';'], ['letsencrypt.org', '']],
  [
    'SOA',
    soa,
    ['NS1.example.', 'admin.example', '2026112901', 'ns1.example admin.example', '.example'],
    ['example', '10800', '2026112900', 'SOA'],
  ],
])('of %s, the answer %o', (record, data, right, wrong) => {
  const text = recordText(record, data);

  test.each(right)('is %j', (wanted) => {
    expect(isRecord(record, text, wanted, domainToASCII)).toBe(true);
  });
  test.each(wrong)('is not %j', (wanted) => {
    expect(isRecord(record, text, wanted, domainToASCII)).toBe(false);
  });
});

test.each([
  '1.2.3',
  '1.2.3.4.5',
  '01.2.3.4',
  '256.1.1.1',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  ':1',
  '::g',
  '1::2::3',
  '12345::',
  '1:2:3:4:5:6:7:8::',
  '1.2.3.4::',
  '::1.2.3',
  '',
  'x',
])('%j is no address', (text) => expect(canonicalAddress(text)).toBeUndefined());

test.each([
  ['203.0.113.7', '7.113.0.203.in-addr.arpa'],
  ['2001:db8::1', `1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`],
  ['7.113.0.203.in-addr.arpa', '7.113.0.203.in-addr.arpa'],
])('the name of %s is kept under %s', (name, kept) => {
  expect(reverseName(name)).toBe(kept);
});
