import { expect, it } from 'vitest';
import { findHomeserver } from '../../../main/features/accounts/matrix/homeserver.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import type { Answer, Request } from '../../../main/platform/net/request.ts';
import { reason } from '../../../shared/observation/observation.ts';

const signal = new AbortController().signal;

function find(status: number, body: string, name = 'example.org') {
  const asked: Request[] = [];
  const request = async (one: Request): Promise<Answer> => {
    asked.push(one);
    return { url: one.url, status, headers: {}, body, timings: {} };
  };
  return { asked, found: findHomeserver({ request }, name, signal) };
}

const wellKnown = (url: unknown) => JSON.stringify({ 'm.homeserver': { base_url: url } });

it.each([
  [200, wellKnown('https://matrix.example.org/'), 'https://matrix.example.org'],
  [200, wellKnown('https://matrix.example.org'), 'https://matrix.example.org'],
  [404, '', 'https://example.org'],
])('status %i with %s is %s', async (status, body, expected) => {
  const { asked, found } = find(status, body);
  await expect(found).resolves.toBe(expected);
  expect(asked[0]).toMatchObject({
    url: 'https://example.org/.well-known/matrix/client',
    bodyBytes: 65_536,
  });
});

it.each([
  ['plain http', 200, wellKnown('http://matrix.example.org')],
  ['a script', 200, wellKnown('javascript:alert(1)')],
  ['a number', 200, wellKnown(7)],
  ['a login page', 200, '<html>Welcome to our hotel</html>'],
  ['a fault of the server', 502, ''],
])('%s is no homeserver', async (_what, status, body) => {
  await expect(find(status, body).found).rejects.toMatchObject({ fault: 'bad-answer' });
});

it.each([
  ['letters that DNS has other names for', 'coop.québec', 'https://coop.xn--qubec-csa'],
  ['another script', '例え.jp', 'https://xn--r8jz45g.jp'],
  ['capitals', 'Example.ORG', 'https://example.org'],
  ['the usual port', 'example.org:443', 'https://example.org'],
  ['another port', 'example.org:8448', 'https://example.org:8448'],
])('a name of %s is asked as DNS knows it', async (_what, name, origin) => {
  const { asked, found } = find(404, '', name);
  await expect(found).resolves.toBe(origin);
  expect(asked[0]?.url).toBe(`${origin}/.well-known/matrix/client`);
});

it.each([
  '',
  'example.org/path',
  'ex%61mple.org',
  'evil.example\\@example.org',
  'a#b',
  'a:b:c',
  'ada@example.org',
  'exam ple.org',
  'example.org?x',
])('“%s” is no name of a homeserver, and is not asked', async (name) => {
  const { asked, found } = find(200, '', name);
  await expect(found).rejects.toMatchObject({ fault: 'not-found' });
  expect(asked).toEqual([]);
});

it('a line that is down is not taken for a name without a document', async () => {
  const request = () => Promise.reject(new NetError(reason('refused')));
  await expect(findHomeserver({ request }, 'example.org', signal)).rejects.toMatchObject({
    fault: 'unreachable',
  });
});
