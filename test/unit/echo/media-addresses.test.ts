/** Media addresses from a server are not used when they are forbidden. */
import { describe, expect, test } from 'vitest';
import {
  checkedIceUrls,
  iceName,
  withoutForbiddenCandidates,
} from '../../../shared/echo/media-addresses.ts';
import { findRelays } from '../../../main/features/echo/relays.ts';
import type { Lookup } from '../../../main/platform/net/addresses.ts';
import { fakeClock } from '../clock.ts';

const candidate = (address: string, more = 'typ host') =>
  `a=candidate:1 1 udp 2130706431 ${address} 3478 ${more}\r\n`;

test.each([
  ['203.0.113.7', true],
  ['127.0.0.1', true],
  ['10.0.0.5', true],
  ['2001:db8::7', true],
  ['::ffff:203.0.113.7', true],
  ['169.254.169.254', false],
  ['::ffff:169.254.169.254', false],
  ['2002:a9fe:a9fe::1', false],
  ['fe80::1', false],
  ['fe80::1%eth0', false],
  ['fd00:ec2::254', false],
  ['224.0.0.251', false],
  ['metadata.example', false],
  ['0b3f8c5e-7d0f-4f6c-8f2e-2b9d4b0f9c11.local', false],
  ['2852039166', false],
  ['3405803783', false],
  ['203.0.113.7.', false],
  ['203.0.113', false],
  ['0313.0.0161.07', false],
  ['fe80:::1', false],
  ['2001:db8::7%eth0', true],
])('a candidate at %s is used: %s', (address, used) => {
  const lines = ['v=0\r\n', 'c=IN IP4 0.0.0.0\r\n', candidate(address), 'a=end-of-candidates\r\n'];
  const left = lines.filter((line) => used || !line.startsWith('a=candidate'));
  expect(withoutForbiddenCandidates(lines.join(''))).toBe(left.join(''));
});

test.each([
  ['over TCP', 'a=candidate:2 1 tcp 1518280447 169.254.169.254 80 typ host tcptype passive\r\n'],
  ['of a relay', candidate('169.254.169.254', 'typ relay raddr 10.0.0.1 rport 9')],
  ['in capitals', 'A=CANDIDATE:1 1 UDP 1 169.254.169.254 80 TYP HOST\n'],
  ['with many blanks', 'a=candidate:1  1\tudp 1   169.254.169.254 80 typ host\n'],
  ['behind a tab', 'a=candidate:1\t203.0.113.7 1 udp 2130706431 169.254.169.254 80 typ host\r\n'],
  ['behind a tab, at a number', 'a=candidate:1\tx 1 udp 1 169.254.169.254 80 typ host\r\n'],
  ['behind a blank of another kind', 'a=candidate:1\u00a0x 1 udp 1 169.254.169.254 80 typ host\n'],
  ['behind a line’s end of old', 'a=candidate:1\rx 1 udp 1 169.254.169.254 80 typ host\n'],
  ['without its colon', 'a=candidate 1 1 udp 1 169.254.169.254 80 typ host\n'],
  ['cut short', 'a=candidate:1 1 udp\n'],
  ['at the end of it all', 'a=candidate:1 1 udp 1 169.254.169.254 80 typ host'],
])('a forbidden candidate %s goes', (_what, line) => {
  expect(withoutForbiddenCandidates(`v=0\r\n${line}`)).toBe('v=0\r\n');
});

const found = {
  'turn.example': ['203.0.113.9', '2001:db8::9'],
  'evil.example': ['169.254.169.254'],
};

test.each([
  ['stun:203.0.113.9', ['stun:203.0.113.9']],
  ['stun:[2001:db8::9]:3478', ['stun:[2001:db8::9]:3478']],
  ['stun:169.254.169.254:80', []],
  ['stun:[::ffff:a9fe:a9fe]', []],
  ['turn:[fe80::1]:3478?transport=udp', []],
  ['turns:169.254.169.254:443', []],
  ['stun:169.254.169.254.:80', []],
  ['stun:2852039166:80', []],
  ['stun:0251.0376.0251.0376', []],
  ['stun:203.0.113.9.', []],
  ['stun:[fe80:::1]', []],
  ['turn:100.100.100.200?transport=tcp', []],
  ['stun:turn.example', ['stun:203.0.113.9', 'stun:[2001:db8::9]']],
  ['STUN:Turn.Example:19302', ['stun:203.0.113.9:19302', 'stun:[2001:db8::9]:19302']],
  [
    'turn:turn.example:3478?transport=udp',
    ['turn:203.0.113.9:3478?transport=udp', 'turn:[2001:db8::9]:3478?transport=udp'],
  ],
  ['turn:turn.example?transport=tcp', ['turn:turn.example?transport=tcp']],
  ['turns:turn.example:443', ['turns:turn.example:443']],
  ['turns:turn.example:443?transport=tcp', ['turns:turn.example:443?transport=tcp']],
  ['stun:evil.example', []],
  ['turn:unknown.example', []],
  ['stun:toString', []],
  ['stun:0xa9fea9fe', []],
  ['https://turn.example', []],
  ['turn:turn.example@evil.example', []],
  ['', []],
])('of %s, %j is used', (url, used) => {
  expect(checkedIceUrls(url, found)).toEqual(used);
});

test.each([
  ['stun:turn.example:3478', 'turn.example'],
  ['turn:turn.example', 'turn.example'],
  ['turns:turn.example', undefined],
  ['turn:turn.example?transport=tcp', undefined],
  ['stun:203.0.113.9', undefined],
  ['stun:203.0.113.9.', '203.0.113.9.'],
  ['stun:2852039166', '2852039166'],
  ['stun:[2001:db8::9]', undefined],
  ['http://turn.example', undefined],
])('for %s, %s is looked up', (url, name) => {
  expect(iceName(url)).toBe(name);
});

describe('where relays are', () => {
  const stuns = 'https://bbb.example/bigbluebutton/api/stuns?sessionToken=t';
  const asked: string[] = [];
  const lookup: Lookup = (host, _options, callback) => {
    asked.push(host);
    const addresses = {
      'turn.example': ['198.51.100.1', '198.51.100.2', '2001:db8::1'],
      'evil.example': ['169.254.169.254'],
    }[host];
    if (!addresses) return callback(new Error('ENOTFOUND'), []);
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  const relaysOf = (answer: unknown) => {
    const { signal } = new AbortController();
    const page = { evaluate: async () => ({ status: 200, body: JSON.stringify(answer) }) };
    return findRelays({ clock: fakeClock(), page, signal }, stuns, lookup);
  };

  test('is found for names that datagrams go to, once each, and only where it is allowed', async () => {
    const urls = [
      'stun:turn.example',
      'turn:turn.example:3478',
      'turns:tls.example',
      'turn:evil.example',
      'turn:gone.example',
      'stun:192.0.2.1',
    ];
    const answer = {
      stunServers: [{ url: urls[0] }],
      turnServers: urls.slice(1).map((url) => ({ url })),
    };
    expect(await relaysOf(answer)).toEqual({
      'turn.example': ['198.51.100.1', '2001:db8::1'],
      'evil.example': [],
      'gone.example': [],
    });
    expect(asked).toEqual(['turn.example', 'evil.example', 'gone.example']);
  });

  test.each([
    ['of another shape', { stunServers: 'none' }],
    ['with odd entries', { stunServers: [1, null, { url: 5 }], turnServers: null }],
    ['of nothing', undefined],
  ])('an answer %s costs nobody the test', async (_what, answer) => {
    expect(await relaysOf(answer)).toEqual({});
  });

  test('no more than twenty names are looked up', async () => {
    const stunServers = Array.from({ length: 50 }, (_one, at) => ({ url: `stun:s${at}.example` }));
    expect(Object.keys(await relaysOf({ stunServers }))).toHaveLength(20);
  });
});
