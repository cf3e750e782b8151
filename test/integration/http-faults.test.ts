import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Behaviour, FaultyServer } from '../servers/faulty/sockets.ts';
import { behaviours, startFaulty } from '../servers/faulty/sockets.ts';
import { listen, send } from '../servers/http.ts';
import { createBudget } from '../../main/platform/net/budget.ts';
import { createNet } from '../../main/platform/net/index.ts';
import { eventually } from '../desktop/wait.ts';
import { lookupTo, observe, phaseMs } from './probing.ts';

let server: FaultyServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const wantsBody = [{ on: 'body', lacks: 'Error' }];
const megabytes = (bytes: number) => bytes / 1024 / 1024;

describe('a server that misbehaves gets its reason, in time, and no socket stays', () => {
  test.each<[string, Behaviour, string, string?]>([
    ['resets at once', behaviours.resetAtOnce, 'reset'],
    ['resets after the request', behaviours.resetAfterRequest, 'reset'],
    ['closes without an answer', behaviours.closeAfterRequest, 'reset'],
    ['never answers', behaviours.noFirstByte, 'timeout', 'firstByte'],
    ['stalls in the body', behaviours.bodyStalls, 'timeout', 'body'],
    ['ends before the body does', behaviours.bodyCutShort, 'reset'],
    ['resets in the body', behaviours.resetInBody, 'reset'],
    ['drips a byte at a time', behaviours.slowDrip, 'timeout', 'body'],
    ['speaks another protocol', behaviours.garbage, 'protocol'],
    ['sends huge headers', behaviours.hugeHeaders, 'headers-too-large'],
    ['sends a gibibyte', behaviours.gibibyte, 'body-too-large'],
    ['sends a gzip bomb', behaviours.gzipBomb, 'body-too-large'],
    ['sends a brotli bomb', behaviours.brotliBomb, 'body-too-large'],
    ['sends broken gzip', behaviours.brokenGzip, 'body-encoding'],
    ['packs in an unknown way', behaviours.strangeEncoding, 'body-encoding'],
    ['redirects in a circle', behaviours.redirectLoop, 'redirect-loop'],
    ['redirects to a metadata service', behaviours.redirectToMetadata, 'address-forbidden'],
    ['redirects to a file', behaviours.redirectToFile, 'redirect-refused'],
    ['answers 200 with an error', behaviours.errorBody, 'keyword-present'],
  ])('%s', async (_what, behave, code, phase) => {
    const running = (server = await startFaulty(behave));
    const startMs = performance.now();
    const seen = await observe({ type: 'http', url: running.url, expect: wantsBody });
    expect(seen).toMatchObject({ verdict: 'down', reason: { code } });
    if (phase) expect(seen.reason?.params).toEqual({ phase, seconds: phaseMs / 1000 });
    expect(performance.now() - startMs).toBeLessThan(phaseMs * 2 + 700);
    await eventually('the sockets to close', () => (running.open() === 0 ? true : undefined), 2000);
    expect(running.accepted()).toBeGreaterThan(0);
  });

  test('is refused when nothing listens', async () => {
    const placeholder = createServer().listen(0, '127.0.0.1');
    await once(placeholder, 'listening');
    const { port } = placeholder.address() as AddressInfo;
    placeholder.close();
    await once(placeholder, 'close');
    const seen = await observe({ type: 'http', url: `http://127.0.0.1:${port}` });
    expect(seen).toMatchObject({ verdict: 'down', reason: { code: 'refused' } });
  });
});

test('a gibibyte and a bomb leave memory flat', async () => {
  globalThis.gc?.();
  const before = process.memoryUsage();
  for (const behave of [behaviours.gibibyte, behaviours.gibibyte]) {
    server = await startFaulty(behave);
    await observe({ type: 'http', url: server.url, expect: wantsBody });
    await server.stop();
  }
  server = undefined;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const growth = after.heapUsed + after.external - before.heapUsed - before.external;
  expect(megabytes(growth)).toBeLessThan(20);
});

test('a body that nobody needs is not read', async () => {
  server = await startFaulty(behaviours.gibibyte);
  expect(await observe({ type: 'http', url: server.url })).toMatchObject({ verdict: 'up' });
});

describe('names and addresses', () => {
  test('a name that does not exist', async () => {
    const seen = await observe(
      { type: 'http', url: 'http://none.example' },
      {
        lookup: (name, _options, callback) =>
          callback(Object.assign(new Error(name), { code: 'ENOTFOUND' }), []),
      },
    );
    expect(seen.reason).toEqual({ code: 'dns-not-found', params: { host: 'none.example' } });
  });

  test('a name server that does not answer', async () => {
    const seen = await observe(
      { type: 'http', url: 'http://slow.example' },
      { lookup: () => undefined },
    );
    expect(seen.reason).toEqual({ code: 'timeout', params: { phase: 'dns', seconds: 0.3 } });
  });

  test('a name that leads to a metadata service', async () => {
    const seen = await observe(
      { type: 'http', url: 'http://innocent.example' },
      { lookup: lookupTo('169.254.169.254') },
    );
    expect(seen.reason).toEqual({
      code: 'address-forbidden',
      params: { address: '169.254.169.254' },
    });
  });

  test('a look-up is timed, a literal address has none', async () => {
    server = await startFaulty(behaviours.errorBody);
    const named = await observe(
      { type: 'http', url: `http://here.example:${server.port}` },
      { lookup: lookupTo('127.0.0.1') },
    );
    const literal = await observe({ type: 'http', url: server.url });
    expect(Object.keys(named.timings)).toEqual(['dns', 'connect', 'firstByte', 'body', 'total']);
    expect(Object.keys(literal.timings)).toEqual(['connect', 'firstByte', 'body', 'total']);
  });
});

test.each([
  [5, 'up'],
  [6, 'down'],
])('%i redirects in a row: %s', async (hops, verdict) => {
  const listener = await listen((request, response) => {
    const done = Number(request.url?.slice(1));
    if (done === hops) return send(response, { body: 'arrived' });
    return send(response, { status: 302, headers: { location: `/${done + 1}` } });
  });
  expect(await observe({ type: 'http', url: `${listener.url}/0` })).toMatchObject({ verdict });
  await listener.stop();
});

test('the whole app holds no more connections than its budget', async () => {
  const running = (server = await startFaulty(behaviours.noFirstByte));
  const net = createNet({ budget: createBudget(3) });
  const request = {
    url: running.url,
    signal: AbortSignal.timeout(5000),
    phaseMs: 200,
    bodyBytes: 0,
    redirects: 0,
    trust: 'system',
  } as const;
  const most = { open: 0 };
  const watch = setInterval(() => (most.open = Math.max(most.open, running.open())), 5);
  await Promise.allSettled(Array.from({ length: 9 }, () => net.request(request)));
  clearInterval(watch);
  expect([most.open, running.accepted()]).toEqual([3, 9]);
});

test('a check that is given up rejects, and leaves nothing behind', async () => {
  const running = (server = await startFaulty(behaviours.noFirstByte));
  const controller = new AbortController();
  const seen = observe({ type: 'http', url: running.url }, { signal: controller.signal });
  await eventually('the request', () => (running.accepted() > 0 ? true : undefined));
  controller.abort(new Error('suspended'));
  await expect(seen).rejects.toThrow('suspended');
  await eventually('the socket to close', () => (running.open() === 0 ? true : undefined), 2000);
});
