/** The page of a link is never asked of this computer or its network, whatever name or redirect leads there. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAskPage } from '../../../main/features/links/ask-page.ts';
import { systemClock } from '../../../main/platform/clock.ts';
import type { Lookup } from '../../../main/platform/net/addresses.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createCookies } from '../../../main/platform/net/cookies.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import type { Listener } from '../../servers/http.ts';
import { listen, send } from '../../servers/http.ts';

let server: Listener;
let asked = 0;
beforeAll(async () => {
  server = await listen((_request, response) => {
    asked += 1;
    send(response, { body: 'secret' });
  });
});
afterAll(() => server.stop());

/** A name of the world that leads inside, at the first look or at all. */
const lookupTo =
  (address: string): Lookup =>
  (_host, _options, callback) =>
    setImmediate(() => callback(null, [{ address, family: address.includes(':') ? 6 : 4 }]));

const ask = (url: string, address: string) => {
  const net = createNet({ budget: createBudget(1), lookup: lookupTo(address) });
  const cookies = createCookies(systemClock.nowUtcMs);
  const page = { address: url, readsPage: false, cookies };
  return createAskPage({ net, clock: systemClock })(page, new AbortController().signal);
};

test.each([
  ['127.0.0.1', '127.0.0.1'],
  ['127.1', '127.0.0.1'],
  ['0x7f000001', '127.0.0.1'],
  ['localhost', '127.0.0.1'],
  ['rebound.example', '127.0.0.1'],
  ['rebound.example', '::1'],
  ['rebound.example', '::ffff:127.0.0.1'],
  ['rebound.example', '10.0.0.7'],
  ['rebound.example', '192.168.0.1'],
  ['rebound.example', '100.64.0.1'],
  ['rebound.example', 'fd00::1'],
])('%s, which is %s, is not connected to', async (host, address) => {
  const { fault } = await ask(`http://${host}:${server.port}/`, address);
  expect([fault, asked]).toEqual(['address-forbidden', 0]);
});

const toRebound = () => ({
  url: `http://rebound.example:${server.port}/`,
  signal: new AbortController().signal,
  phaseMs: 5000,
  bodyBytes: 100,
  redirects: 0,
  trust: 'system' as const,
});

// lexiforest/curl_cffi#574, 0x676e67/wreq#1290, Norconex/crawler#199: servers send the bytes as they have them.
test.each([
  ['in UTF-8', Buffer.from('/café', 'utf8'), '/caf%C3%A9'],
  ['in Latin-1', Buffer.from('/café', 'latin1'), '/caf%E9'],
  ['encoded', Buffer.from('/caf%C3%A9'), '/caf%C3%A9'],
])('a redirect to an accent leads where browsers go: %s', async (_what, bytes, location) => {
  const elsewhere = await listen((_request, response) =>
    send(response, { status: 302, headers: { location: bytes.toString('latin1') } }),
  );
  const net = createNet({ budget: createBudget(1), lookup: lookupTo('127.0.0.1') });
  const url = `http://rebound.example:${elsewhere.port}/`;
  const answer = await net.request({ ...toRebound(), url, isCheck: true });
  await elsewhere.stop();
  expect(answer.location).toBe(location);
});

test('without that rule the same server answers', async () => {
  const net = createNet({ budget: createBudget(1), lookup: lookupTo('127.0.0.1') });
  const { body } = await net.request(toRebound());
  expect([body, asked]).toEqual(['secret', 1]);
});
