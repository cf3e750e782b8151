/** Answers over a real connection that are about us and not the service. */
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../main/platform/clock.ts';
import type { Listener, Reply } from '../servers/http.ts';
import { listen, send } from '../servers/http.ts';
import { observe } from './probing.ts';

let server: Listener | undefined;
afterEach(() => server?.stop());

const probe = async (reply: Reply, expectations: readonly object[] = []) => {
  server = await listen((_request, response) => send(response, reply));
  return observe({ type: 'http', url: server.url, expect: expectations });
};

const only200 = [{ on: 'status', in: [200] }];
const guard: Reply = {
  status: 403,
  headers: { 'content-type': 'text/html' },
  body: '<html><head><script>window._cf_chl_opt={}</script></head></html>',
};

describe('a server that refuses', () => {
  test('is not known, with the time that it asks for', async () => {
    const seen = await probe({ status: 429, headers: { 'retry-after': '30' } }, only200);
    expect(seen).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'refuses-us' },
      waitMs: 30_000,
    });
    expect(seen.timings.total).toBeGreaterThan(0);
  });

  test('is measured by its own clock', async () => {
    const after = new Date(systemClock.nowUtcMs() + 60_000).toUTCString();
    const seen = await probe({ status: 503, headers: { 'retry-after': after } });
    expect(seen.waitMs).toBeGreaterThan(50_000);
    expect(seen.waitMs).toBeLessThanOrEqual(61_000);
  });

  test('is known by the page of its guard, also where no text is wanted', async () => {
    const seen = await probe(guard, only200);
    expect(seen).toMatchObject({ verdict: 'unknown', reason: { code: 'bot-guard' } });
  });

  test('is down when it says no more than 503, and no access when it forbids', async () => {
    expect((await probe({ status: 503 })).verdict).toBe('down');
    await server?.stop();
    expect((await probe({ status: 403, body: 'Forbidden' })).verdict).toBe('no-access');
  });

  test('is what the document says of it', async () => {
    expect((await probe({ status: 429 }, [{ on: 'status', in: [429] }])).verdict).toBe('up');
  });
});
