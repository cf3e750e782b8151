import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBudget } from '../../main/platform/net/budget.ts';
import { createNet } from '../../main/platform/net/index.ts';
import { listen, send } from '../servers/http.ts';
import type { FaultyServer } from '../servers/faulty/sockets.ts';
import { startFaulty } from '../servers/faulty/sockets.ts';
import { word } from '../servers/untidy.ts';
import { serveWays, ways } from '../servers/ways.ts';
import { lookupTo, observe } from './probing.ts';

let server: FaultyServer;
beforeAll(async () => {
  server = await startFaulty(serveWays(ways));
});
afterAll(() => server.stop());

test.each(ways.map((way) => [way.what, way] as const))(
  'a check goes the way of a browser: %s',
  async (_what, way) => {
    const seen = await observe({
      type: 'http',
      url: `${server.url}/${ways.indexOf(way)}/`,
      expect: [{ on: 'body', contains: word }],
    });
    expect(seen.verdict).toBe(way.arrives ? 'up' : 'down');
  },
);

test('a redirect without a place is a page, with its own status', async () => {
  const listener = await listen((_request, response) =>
    send(response, { status: 302, headers: { location: '' }, body: word }),
  );
  const expected = [{ on: 'body', contains: word }];
  const probe = { type: 'http', url: listener.url };
  expect(await observe({ ...probe, expect: expected })).toMatchObject({
    verdict: 'down',
    reason: { code: 'status', params: { got: 302 } },
  });
  const isMeant = [{ on: 'status', in: [302] }, ...expected];
  expect(await observe({ ...probe, expect: isMeant })).toMatchObject({ verdict: 'up' });
  await listener.stop();
});

test('a cookie goes to its own host only, and to no check after this', async () => {
  const heard: (string | undefined)[] = [];
  const there = await listen((request, response) => {
    heard.push(request.headers.cookie);
    send(response, { body: word });
  });
  const here = await listen((_request, response) =>
    send(response, {
      status: 302,
      headers: { location: `http://b.example:${there.port}/`, 'set-cookie': 'secret=1' },
    }),
  );
  const probe = { type: 'http', url: `http://a.example:${here.port}` };
  await observe(probe, { lookup: lookupTo('127.0.0.1') });
  await observe(probe, { lookup: lookupTo('127.0.0.1') });
  await observe(
    { type: 'http', url: `http://a.example:${there.port}/` },
    { lookup: lookupTo('127.0.0.1') },
  );
  expect(heard).toEqual([undefined, undefined, undefined]);
  await Promise.all([here.stop(), there.stop()]);
});

test.each([301, 302, 303, 307, 308])(
  'a question with a body is for whoever was asked, and leads nowhere by a %i',
  async (status) => {
    let elsewhere = 0;
    const there = await listen((_request, response) => {
      elsewhere += 1;
      send(response, { body: word });
    });
    const here = await listen((_request, response) =>
      send(response, { status, headers: { location: `${there.url}/_shutdown` } }),
    );
    const answer = await createNet({ budget: createBudget(1) }).request({
      url: here.url,
      method: 'POST',
      body: '{}',
      signal: AbortSignal.timeout(5000),
      phaseMs: 2000,
      bodyBytes: 1024,
      redirects: 3,
      trust: 'system',
    });
    expect([answer.status, elsewhere]).toEqual([status, 0]);
    await Promise.all([here.stop(), there.stop()]);
  },
);
