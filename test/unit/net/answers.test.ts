import { describe, expect, test } from 'vitest';
import type { Came, Heard } from '../../../shared/net/answers.ts';
import {
  clockOf,
  heardInAnswer,
  heardInFault,
  heardInNames,
  placeOf,
  serverTime,
} from '../../../shared/net/answers.ts';
import { isNear } from '../../../shared/net/own-network.ts';
import type { ReasonCode } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';

const proof = ({ answer }: Heard) => answer?.proof ?? 'none';
const believed = { certificate: { trusted: true } };
const came = (url: string, more: Partial<Came> = {}): Came => ({
  url,
  status: 200,
  headers: {},
  ...more,
});
const location = (to: string) => ({ status: 302, headers: { location: to } });

describe('an answer', () => {
  test.each<[name: string, asked: string, Came, proof: string]>([
    ['with a certificate', 'https://a.example/', came('https://a.example/', believed), 'verified'],
    [
      'with one that the document alone believes',
      'https://a.example/',
      came('https://a.example/', { certificate: { trusted: false } }),
      'plain',
    ],
    ['over plain http', 'http://a.example/', came('http://a.example/'), 'plain'],
    ['with an error', 'http://a.example/', came('http://a.example/', { status: 503 }), 'plain'],
    [
      'sent to its own https',
      'http://a.example/',
      came('https://a.example/', believed),
      'verified',
    ],
    ['sent to its www', 'http://a.example/', came('http://www.a.example/'), 'plain'],
    ['sent to a stranger', 'http://a.example/', came('http://portal.example/'), 'none'],
    [
      'sent to a stranger with a certificate',
      'http://a.example/',
      came('https://portal.example/', believed),
      'none',
    ],
    [
      'that sends to a stranger',
      'http://a.example/',
      came('http://a.example/', location('https://portal.example/')),
      'none',
    ],
    [
      'that sends to a stranger in short',
      'http://a.example/',
      came('http://a.example/', location('//portal.example/')),
      'none',
    ],
    [
      'that sends to a path',
      'http://a.example/',
      came('http://a.example/', location('/home')),
      'plain',
    ],
    [
      'that sends nowhere',
      'http://a.example/',
      came('http://a.example/', { status: 302 }),
      'plain',
    ],
    [
      'verified, that sends elsewhere',
      'https://a.example/',
      came('https://a.example/', { ...location('https://login.example/'), ...believed }),
      'verified',
    ],
    [
      'that wants a sign-in',
      'http://a.example/',
      came('http://a.example/', { status: 511 }),
      'none',
    ],
    [
      'of another port of this machine',
      'http://127.0.0.1:81/',
      came('http://127.0.0.1:82/'),
      'none',
    ],
    [
      'with a header twice',
      'http://a.example/',
      came('http://a.example/', { headers: { location: ['a', 'b'] } }),
      'plain',
    ],
  ])('%s', (_name, url, answer, expected) => {
    expect(proof(heardInAnswer({ url, trust: 'system' }, answer))).toBe(expected);
  });

  test('by a record is of the place that it leads to', () => {
    const at = { host: 'matrix.example', port: 8448 };
    const asked = { url: 'https://a.example/', at, trust: 'system' } as const;
    const { answer } = heardInAnswer(asked, came('https://a.example/', believed));
    expect(answer?.place).toEqual({ ...at, speaks: 'https' });
  });
});

describe('a failure', () => {
  test.each<[ReasonCode, secure: string, plain: string]>([
    ['refused', 'none', 'none'],
    ['unreachable', 'none', 'none'],
    ['reset', 'none', 'none'],
    ['dns-failed', 'none', 'none'],
    ['dns-not-found', 'none', 'none'],
    ['tls-failed', 'none', 'none'],
    ['tls-unknown-name', 'none', 'none'],
    ['certificate-untrusted', 'none', 'none'],
    ['certificate-wrong-host', 'none', 'none'],
    ['certificate-expired', 'plain', 'plain'],
    ['certificate-not-yet-valid', 'plain', 'plain'],
    ['certificate-chain-expired', 'plain', 'plain'],
    ['protocol', 'verified', 'plain'],
    ['body-too-large', 'verified', 'plain'],
    ['redirect-loop', 'verified', 'plain'],
  ])('%s', (code, secure, plain) => {
    const of = (url: string) => proof(heardInFault(placeOf(url), 'system', reason(code)));
    expect([of('https://a.example'), of('http://a.example')]).toEqual([secure, plain]);
  });

  test.each([
    ['dns', 'none'],
    ['connect', 'none'],
    ['tls', 'none'],
    ['firstByte', 'verified'],
    ['body', 'verified'],
  ])('no answer in time, in the phase %s', (phase, expected) => {
    const why = reason('timeout', { phase, seconds: 10 });
    expect(proof(heardInFault(placeOf('https://a.example'), 'system', why))).toBe(expected);
  });

  test('of a certificate that nobody needs to believe proves no more than a plain answer', () => {
    const heard = heardInFault(placeOf('https://a.example'), 'any', reason('protocol'));
    expect(heard.answer).toEqual({
      place: { host: 'a.example', port: 443, speaks: 'tcp' },
      proof: 'plain',
    });
  });

  test('by its dates names whom to ask for the time', () => {
    const { untimely } = heardInFault(
      placeOf('https://a.example'),
      'system',
      reason('certificate-expired'),
    );
    expect(untimely).toEqual({ host: 'a.example', port: 443, speaks: 'https' });
  });
});

test.each<[server: string | undefined, ReasonCode | undefined, proof: string]>([
  ['192.0.2.53', undefined, 'plain'],
  ['192.0.2.53', 'dns-not-found', 'plain'],
  ['192.0.2.53', 'dns-answer', 'plain'],
  ['192.0.2.53', 'dns-failed', 'none'],
  ['192.0.2.53', 'timeout', 'none'],
  ['192.0.2.53', 'internal', 'none'],
  ['169.254.169.254', 'address-forbidden', 'none'],
  [undefined, undefined, 'none'],
])('the name server %s: %s', (server, code, expected) => {
  expect(proof(heardInNames(server, code && reason(code)))).toBe(expected);
});

test.each([
  ['192.0.2.53', '192.0.2.53', 53],
  ['192.0.2.53:5353', '192.0.2.53', 5353],
  ['2001:db8::53', '2001:db8::53', 53],
  ['[2001:db8::53]:5353', '2001:db8::53', 5353],
])('the name server %s is at %s, port %d', (server, host, port) => {
  expect(heardInNames(server, undefined).answer?.place).toEqual({ host, port, speaks: 'dns' });
});

describe('the time of a server', () => {
  const date = 'Tue, 24 Nov 2026 14:00:00 GMT';
  const atUtcMs = Date.UTC(2026, 10, 24, 14, 0);
  test.each<[name: string, headers: Came['headers'], utcMs: number | undefined]>([
    ['as it should be', { date }, atUtcMs],
    ['kept by a cache', { date, age: '600' }, atUtcMs + 600_000],
    ['kept for days', { date, age: '172800' }, undefined],
    ['with an odd age', { date, age: '-5' }, undefined],
    ['without', {}, undefined],
    ['twice', { date: [date, date] }, undefined],
    ['in words', { date: 'yesterday' }, undefined],
    ['in the form of a zone', { date: 'Tue, 24 Nov 2026 14:00:00 EST' }, undefined],
    ['in another form', { date: '2026-11-24T14:00:00Z' }, undefined],
    ['of no month', { date: 'Tue, 24 Foo 2026 14:00:00 GMT' }, undefined],
  ])('%s', (_name, headers, utcMs) => {
    expect(serverTime(headers)).toBe(utcMs);
  });
});

test.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['127.example.org', false],
  ['10.example.org', false],
  ['192.168.example.org', false],
  ['localhost', true],
  ['pads.localhost', true],
  ['localhost.example.org', false],
  ['::1', true],
  ['::ffff:10.1.2.3', true],
  ['fe80::1', true],
  ['fdic.example.org', false],
  ['fd:1::1', false],
  ['169.254.1.1', true],
  ['0.0.0.0', true],
  ['10.1.2.3', true],
  ['172.16.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['fd12::1', true],
  ['2001:db8::1', false],
  ['nas', true],
  ['nas.local', true],
  ['files.example', false],
  ['192.0.2.1', false],
])('%s is of one’s own network: %s', (host, near) => {
  expect(isNear(host)).toBe(near);
});

test.each([
  ['127.0.0.1', '127.0.0.1:81'],
  ['::1', '::1:81'],
  ['pads.localhost', 'pads.localhost:81'],
  ['127.example.org', '127.example.org'],
  ['localhost.example.org', 'localhost.example.org'],
  ['a.example', 'a.example'],
])('of %s, port 81, the clock is that of %s', (host, clock) => {
  expect(clockOf({ host, port: 81, speaks: 'https' })).toBe(clock);
});

test.each([
  ['https://user:pass@A.example:8443/path?x#y', { host: 'a.example', port: 8443, speaks: 'https' }],
  ['http://[2001:db8::1]/', { host: '2001:db8::1', port: 80, speaks: 'http' }],
  ['https://a.example?x', { host: 'a.example', port: 443, speaks: 'https' }],
])('%s is at %j', (url, place) => {
  expect(placeOf(url)).toEqual(place);
});
