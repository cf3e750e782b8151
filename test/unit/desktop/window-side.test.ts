import { normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answer } from '../../../main/desktop/answer.ts';
import { CallError } from '../../../shared/bridge.ts';
import { lastingWords } from '../../../main/desktop/lasting-words.ts';
import { pagePath } from '../../../main/desktop/page-path.ts';
import { bareHost, refuseForbiddenLiteral } from '../../../main/platform/net/addresses.ts';
import { isForbidden } from '../../../shared/net/forbidden-address.ts';
import { parseFlags } from '../../../main/flags.ts';
import type { CallHandlers } from '../../../shared/ipc.ts';

const handlers = {
  'status.checkNow': () => undefined,
  'link.open': () => {
    throw new CallError('unknown-service');
  },
  'window.drawn': () => {
    throw new Error('secret detail');
  },
} as unknown as CallHandlers;

describe('a call of the window', () => {
  test.each([
    ['a good one', 'status.checkNow', { serviceId: 'pads' }, { ok: true, value: undefined }],
    ['an unknown name', 'fs.read', {}, { ok: false, code: 'unknown-call' }],
    ['a name of the prototype', 'constructor', {}, { ok: false, code: 'unknown-call' }],
    ['a name that is none', 7, {}, { ok: false, code: 'unknown-call' }],
    ['a bad payload', 'status.checkNow', { serviceId: '../x' }, { ok: false, code: 'bad-payload' }],
    ['no payload', 'link.open', undefined, { ok: false, code: 'bad-payload' }],
    [
      'an endless note',
      'policy.acknowledge',
      { serviceId: 'pads', reason: 'x'.repeat(281), length: '4h' },
      { ok: false, code: 'bad-payload' },
    ],
    [
      'a note of spaces',
      'policy.acknowledge',
      { serviceId: 'pads', reason: '  ', length: '4h' },
      { ok: false, code: 'bad-payload' },
    ],
    ['a length that is none', 'policy.pause', { length: '9y' }, { ok: false, code: 'bad-payload' }],
    [
      'an address instead of a service',
      'link.open',
      { url: 'https://evil.example' },
      { ok: false, code: 'bad-payload' },
    ],
    [
      'an unknown service',
      'link.open',
      { serviceId: 'x', which: 'page' },
      { ok: false, code: 'unknown-service' },
    ],
    [
      'a fault of ours, without its detail',
      'window.drawn',
      undefined,
      { ok: false, code: 'internal' },
    ],
  ])('%s', async (_what, name, payload, reply) => {
    const faults: string[] = [];
    const onFault = (of: string, error: unknown) => faults.push(`${of}: ${String(error)}`);
    expect(await answer(handlers, name, payload, onFault)).toEqual(reply);
    expect(faults).toEqual(
      'code' in reply && reply.code === 'internal' ? ['window.drawn: Error: secret detail'] : [],
    );
  });
});

test.each([
  ['coop-tray://app/index.html', '/page/index.html'],
  ['coop-tray://app/index.html?lang=fr-CA', '/page/index.html'],
  ['coop-tray://app/assets/a.js', '/page/assets/a.js'],
  ['coop-tray://app/../main.js', '/page/main.js'],
  ['coop-tray://app/%2e%2e/main.js', '/page/main.js'],
  ['coop-tray://app/..%2fmain.js', undefined],
  ['coop-tray://app/%2e%2e%2fmain.js', undefined],
  ['coop-tray://app/', '/page/'],
  ['coop-tray://other/index.html', undefined],
  ['coop-tray://app/%', undefined],
  ['nonsense', undefined],
])('the page’s address %s is the file %s', (url, path) => {
  const file = path === undefined ? undefined : normalize(path);
  expect(pagePath(normalize('/page'), url)).toBe(file);
});

test.each([
  ['169.254.169.254', true],
  ['64:ff9b::a9fe:a9fe', true],
  ['64:ff9b::808:808', false],
  ['2002:a9fe:a9fe::1', true],
  ['169.254.0.1', true],
  ['100.100.100.200', true],
  ['192.0.0.192', true],
  ['100.96.0.96', true],
  ['::ffff:100.96.0.96', true],
  ['fe80::1', true],
  ['fe80::1%eth0', true],
  ['fd00:ec2::254', true],
  ['::ffff:169.254.169.254', true],
  ['168.63.129.16', true],
  ['224.0.0.251', true],
  ['255.255.255.255', true],
  ['fd00:ec2::23', true],
  ['fd20:ce::254', true],
  ['fd00:c1::a9fe:a9fe', true],
  ['fd00:42::42', true],
  ['fd00:a9fe:a9fe::1', true],
  ['ff02::1', true],
  ['febf:ffff::1', true],
  ['::169.254.169.254', true],
  ['::ffff:0:a9fe:a9fe', true],
  ['64:ff9b::a83f:8110', true],
  ['64:ff9b:1:a9fe:a9:fe00::', true],
  ['64:ff9b:1:a9:fe:a9fe::', true],
  ['64:ff9b:1:0:a9:fea9:fe00:0', true],
  ['64:ff9b:1::a9fe:a9fe', true],
  ['64:ff9b:1::6464:64c8', true],
  ['2002:6464:64c8::1', true],
  ['2002:a83f:8110:1::1', true],
  ['2002:c000:c0::', true],
  ['2001:0:a9fe:a9fe::1', true],
  ['2001:0:102:304:0:ffff:5601:5601', true],
  ['2001:db8::5efe:169.254.1.1', true],
  ['2001:db8::200:5efe:100.100.100.200', true],
  ['2001:db8:64::a9fe:a9fe', true],
  ['FE80::1', true],
  ['2852039166', true],
  ['0xa9fea9fe', true],
  ['64:ff9b:1::808:808', false],
  ['2002:808:808::1', false],
  ['2001:db8::a9fe:1', false],
  ['fd00:ec3::254', false],
  ['fd20:ce::253', false],
  ['fec0::1', false],
  ['168.63.129.17', false],
  ['169.253.255.255', false],
  ['127.0.0.1', false],
  ['192.168.1.1', false],
  ['::1', false],
  ['example.coop', false],
])('the address %s is refused: %s', (address, refused) => {
  expect(isForbidden(address)).toBe(refused);
  const ask = (named: string[]) => () => refuseForbiddenLiteral(address, named);
  if (refused) expect(ask([])).toThrow('address-forbidden');
  else expect(ask([])).not.toThrow();
  expect(ask([bareHost(address)])).not.toThrow();
});

test('flags of our own are read among Chromium’s', () => {
  expect(parseFlags(['--inspect=0', '--coop=hypha.coop', '--lang=fr', '--show'])).toEqual({
    coop: 'hypha.coop',
    show: true,
  });
  expect(parseFlags([])).toEqual({ show: false });
  expect(parseFlags(['--hidden'])).toEqual({ show: false, hidden: true });
  expect(parseFlags(['--verbose'])).toEqual({ show: false, verbose: true });
});

test('a restart keeps what Chromium needs to start there, and opens nothing twice', () => {
  const kept = [
    '--no-sandbox',
    '--ozone-platform=wayland',
    '--user-data-dir=/tmp/a b',
    '--verbose',
  ];
  const once = ['/opt/coop-tray', '--show', '--coop=hypha.coop', '--hidden', 'cooptray:open/today'];
  expect(lastingWords([...once, ...kept, '--no-sandboxes', '--verbose=1'])).toEqual(kept);
});

const link = 'cooptray:open/today';
test.each<[string, readonly string[]]>([
  ['before it', ['--coop=evil.example', '--show', link]],
  ['after it', [link, '--coop=evil.example', '--hidden']],
  ['as Windows has it', ['--', link]],
  [
    'with Chromium’s between',
    ['--show', '--ozone-platform=x11', link, '--original-process-start-time=1'],
  ],
  ['that look like a value', ['--coop', link]],
  ['that are links as well', [link, 'cooptray:join?coop=evil.example']],
])('flags beside a link count for nothing: %s', (_what, argv) => {
  expect(parseFlags(argv)).toEqual({ show: false, link });
});

test('a link is one in any spelling of its scheme, and only at the start of a word', () => {
  expect(parseFlags(['CoopTray:quit'])).toEqual({ show: false, link: 'CoopTray:quit' });
  expect(parseFlags(['--x=cooptray:quit'])).toEqual({ show: false });
  expect(parseFlags(['coop-tray://page/'])).toEqual({ show: false });
});
