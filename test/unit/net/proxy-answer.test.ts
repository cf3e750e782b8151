/** What a proxy's own answer says, and of whom. */
import { expect, test } from 'vitest';
import {
  forwardRefusal,
  loginKinds,
  proxyFaultOf,
  socksRefusal,
  tunnelRefusal,
} from '../../../shared/net/proxy-answer.ts';

test.each<[number, Record<string, string>, string | undefined]>([
  [200, {}, undefined],
  // Of an old proxy, and of one that has length and type for nothing.
  [204, { 'content-length': '5' }, undefined],
  [403, {}, 'proxy-refuses'],
  [405, {}, 'proxy-refuses'],
  [400, {}, 'proxy-refuses'],
  [429, {}, 'proxy-refuses'],
  [302, { location: 'http://portal.example' }, 'proxy-refuses'],
  [511, {}, 'proxy-refuses'],
  [407, { 'proxy-authenticate': 'Basic realm="x"' }, 'proxy-login'],
  [407, {}, 'proxy-login'],
  [407, { 'proxy-authenticate': 'Negotiate, NTLM' }, 'proxy-login-kind'],
  [407, { 'proxy-authenticate': 'Negotiate, Basic realm="a, b"' }, 'proxy-login'],
  [407, { 'proxy-authenticate': 'Digest realm="Basic", nonce="x"' }, 'proxy-login-kind'],
  [404, {}, 'proxy-gateway'],
  [500, {}, 'proxy-gateway'],
  [502, {}, 'proxy-gateway'],
  [503, {}, 'proxy-gateway'],
  [504, {}, 'proxy-gateway'],
])('a tunnel: %i %j is %s', (status, headers, code) => {
  expect(tunnelRefusal(status, headers)).toBe(code);
});

test.each<[number, Record<string, string>, string | undefined]>([
  [200, { server: 'squid' }, undefined],
  [407, {}, 'proxy-login'],
  // The server's own.
  [403, { server: 'nginx' }, undefined],
  [503, { via: '1.1 proxy (squid/6.1)' }, undefined],
  // The proxy's.
  [503, { server: 'squid/6.1', 'x-squid-error': 'ERR_CONNECT_FAIL 111' }, 'proxy-gateway'],
  [403, { server: 'squid/6.1', 'x-squid-error': 'ERR_ACCESS_DENIED 0' }, 'proxy-refuses'],
  [500, { server: 'tinyproxy/1.11.1' }, 'proxy-gateway'],
  [403, { server: 'tinyproxy/1.11.1' }, 'proxy-refuses'],
  [502, { 'proxy-status': 'p; error=connection_refused' }, 'proxy-gateway'],
  [502, { 'proxy-status': 'p; received-status=502' }, undefined],
])('passed on: %i %j is %s', (status, headers, code) => {
  expect(forwardRefusal(status, headers)).toBe(code);
});

test.each([
  [0, undefined],
  [1, 'proxy-gateway'],
  [2, 'proxy-refuses'],
  [3, 'proxy-gateway'],
  [4, 'proxy-gateway'],
  [5, 'proxy-gateway'],
  [6, 'proxy-gateway'],
  [7, 'proxy-refuses'],
  [8, 'proxy-refuses'],
  [99, 'proxy-gateway'],
])('a reply of SOCKS: %i is %s', (reply, code) => {
  expect(socksRefusal(reply)).toBe(code);
});

test('the kinds of login are told apart from their own parameters', () => {
  expect(
    loginKinds({ 'proxy-authenticate': 'NTLM, Digest realm="basic realm", qop="auth"' }),
  ).toEqual(['Digest', 'NTLM']);
});

test.each([
  ['proxy-silent', 'proxy-silent'],
  ['proxy-unusable', 'proxy-silent'],
  ['proxy-tls-failed', 'proxy-silent'],
  ['proxy-certificate-dates', 'proxy-silent'],
  ['proxy-gateway', 'proxy-silent'],
  ['proxy-login-kind', 'proxy-silent'],
  ['proxy-login', 'proxy-login'],
  // Its policy about one address, and what it says of a server, are no sign of our own line.
  ['proxy-refuses', undefined],
  ['proxy-target', undefined],
  ['refused', undefined],
] as const)('%s as a sign of our own line: %s', (code, fault) => {
  expect(proxyFaultOf(code)).toBe(fault);
});
