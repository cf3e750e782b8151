/** What is true of every proxy, the stand-ins and the real ones. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCertificate } from '../../servers/certificates.ts';
import type { Listener } from '../../servers/http.ts';
import { listen, send } from '../../servers/http.ts';
import { through } from './through.ts';

/** Real ones start a process for the first connection. */
const timeoutMs = 5000;

type Started = Readonly<{ url: string; stop: () => Promise<unknown> }>;

export const names = ['service.example', 'other.example'] as const;
const [name, other] = names;

export type Ports = Readonly<{ secure: number; closed: number }>;

export function actsAsProxy(
  start: (ports: Ports) => Promise<Started>,
  { forbids }: Readonly<{ forbids: number | 'all but what it was told' }>,
): void {
  let secure: Listener;
  let plain: Listener;
  let closed: Listener;
  let proxy: Started;
  beforeAll(async () => {
    const certificate = await makeCertificate({ host: name, endsInDays: 90 });
    const hello = (_request: unknown, response: Parameters<typeof send>[0]) =>
      send(response, { body: 'hello' });
    secure = await listen(hello, { certificate });
    plain = await listen(hello);
    closed = await listen(hello);
    await closed.stop();

    proxy = await start({ secure: secure.port, closed: closed.port });
  });
  afterAll(async () => {
    for (const one of [secure, plain, proxy]) await one.stop();
  });
  const shown = () => new URL(proxy.url).host;
  const certificate = { trust: 'any' };

  test('a page over TLS is up, with each phase, and no name is resolved here', async () => {
    const way = through({ all_proxy: proxy.url }, { timeoutMs });
    const seen = await way.observe({
      type: 'http',
      url: `https://${name}:${secure.port}/`,
      certificate,
    });
    expect(seen).toMatchObject({ verdict: 'up', proxy: shown() });
    const { tunnel = 0, total = 0, ...timings } = seen.timings;
    expect(Object.keys(timings).toSorted()).toEqual(['body', 'connect', 'firstByte', 'tls']);
    expect(tunnel).toBeGreaterThan(0);
    expect(total).toBeGreaterThan(tunnel);
    expect(way.resolved()).toEqual([]);
  });

  test('a plain page is up', async () => {
    const way = through({ all_proxy: proxy.url }, { timeoutMs });
    const expected = [{ on: 'body', contains: 'hello' }];
    const seen = await way.observe({
      type: 'http',
      url: `http://${name}:${plain.port}/a?b`,
      expect: expected,
    });
    expect(seen).toMatchObject({ verdict: 'up', proxy: shown() });
    expect(way.resolved()).toEqual([]);
  });

  test('certificates and open ports are checked through it', async () => {
    const way = through({ all_proxy: proxy.url }, { timeoutMs });
    const place = { host: name, port: secure.port };
    expect(await way.observe({ type: 'tls', ...place, certificate })).toMatchObject({
      verdict: 'up',
      proxy: shown(),
      certificate: { issuer: 'Test authority' },
    });
    expect(await way.observe({ type: 'tcp', ...place })).toMatchObject({
      verdict: 'up',
      proxy: shown(),
    });
  });

  test('what it cannot reach is unknown, until it has reached something else', async () => {
    const way = through({ all_proxy: proxy.url }, { timeoutMs });
    const dead = { type: 'http', url: `https://${name}:${closed.port}/` };
    expect(await way.observe(dead)).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'proxy-gateway', params: { proxy: shown() } },
    });
    await way.observe({ type: 'http', url: `https://${other}:${secure.port}/`, certificate });
    expect(await way.observe(dead)).toMatchObject({
      verdict: 'down',
      reason: { code: 'proxy-target', params: { proxy: shown() } },
    });
  });

  test('so is a plain page that it cannot reach', async () => {
    const way = through({ all_proxy: proxy.url }, { timeoutMs });
    const seen = await way.observe({
      type: 'http',
      url: `http://${name}:${closed.port}/`,
    });
    expect(seen).toMatchObject({ verdict: 'unknown', reason: { code: 'proxy-gateway' } });
  });

  test('what it refuses is unknown, never down', async () => {
    const way = through({ all_proxy: proxy.url }, { timeoutMs });
    const port = typeof forbids === 'number' ? forbids : plain.port;
    for (let times = 0; times < 2; times += 1) {
      const seen = await way.observe({ type: 'tcp', host: name, port });
      expect(seen).toMatchObject({ verdict: 'unknown', reason: { code: 'proxy-refuses' } });
      await way.observe({ type: 'tcp', host: other, port: secure.port });
    }
  });
}
