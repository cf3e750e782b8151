/** Proxies that misbehave: each gets its reason, in time, and says nothing of the service behind it. */
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { eventually } from '../../desktop/wait.ts';
import { makeCertificate } from '../../servers/certificates.ts';
import type { Listener } from '../../servers/http.ts';
import { listen, send } from '../../servers/http.ts';
import type { TunnelFault } from '../../servers/proxy/http.ts';
import { startHttpProxy } from '../../servers/proxy/http.ts';
import type { SocksFault } from '../../servers/proxy/socks.ts';
import { startSocksProxy } from '../../servers/proxy/socks.ts';
import { phaseMs } from '../probing.ts';
import { through } from './through.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function page(): Promise<Listener> {
  const listener = await listen((_request, response) => send(response, { body: 'hello' }));
  stops.push(listener.stop);
  return listener;
}

async function httpProxy(options: Parameters<typeof startHttpProxy>[0] = {}) {
  const proxy = await startHttpProxy(options);
  stops.push(proxy.stop);
  return proxy;
}

const basic = { 'proxy-authenticate': 'Basic realm="x"' };
const both = 'Proxy-Authenticate: NTLM\r\nProxy-Authenticate: Basic realm="x"\r\n';
const own = { 'proxy-authenticate': 'NTLM, Negotiate' };

describe('a tunnel', () => {
  test.each<[string, TunnelFault, string]>([
    ['hangs up', 'closes', 'proxy-silent'],
    ['says nothing', 'silent', 'proxy-gateway'],
    ['forbids it', { status: 403 }, 'proxy-refuses'],
    ['knows no tunnels', { status: 405 }, 'proxy-refuses'],
    ['sends to a sign-in page', { status: 302, headers: { location: '/' } }, 'proxy-refuses'],
    ['wants a login', { status: 407, headers: basic }, 'proxy-login'],
    ['wants one that we do not have', { status: 407, headers: own }, 'proxy-login-kind'],
    ['does not know the name', { status: 404 }, 'proxy-gateway'],
    ['cannot connect, as tinyproxy says', { status: 500 }, 'proxy-gateway'],
    ['cannot connect', { status: 502 }, 'proxy-gateway'],
    ['cannot connect, as Squid says', { status: 503 }, 'proxy-gateway'],
    ['waited too long', { status: 504 }, 'proxy-gateway'],
    // owncloud client 1243: two kinds of login, of which we have one.
    [
      'wants one of two logins',
      { text: `HTTP/1.1 407 Denied\r\n${both}Connection: close\r\n\r\n` },
      'proxy-login',
    ],
    // A sign-in page, whose address no browser would follow either.
    [
      'leads to two places at once',
      { text: 'HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\n\r\n' },
      'proxy-refuses',
    ],
    ['speaks another protocol', { text: 'SSH-2.0-OpenSSH_9.2\r\n' }, 'proxy-silent'],
    ['answers in half', { text: 'HTTP/1.1 200 Con' }, 'proxy-gateway'],
    [
      'sends headers without end',
      { text: `HTTP/1.1 200 OK\r\n${'x-a: b\r\n'.repeat(3000)}` },
      'proxy-silent',
    ],
  ])('that %s', async (_what, fault, code) => {
    const proxy = await httpProxy();
    proxy.take(fault);
    const startMs = performance.now();
    const seen = await through({ all_proxy: proxy.url }).observe({
      type: 'tcp',
      host: 'service.example',
      port: 443,
    });
    expect(seen).toMatchObject({ verdict: 'unknown', reason: { code } });
    expect(performance.now() - startMs).toBeLessThan(phaseMs * 2 + 700);
    await eventually('the sockets to close', () => (proxy.open() === 0 ? true : undefined), 2000);
  });

  test.each<TunnelFault>([
    'drips',
    'interim',
    // keepalive-proxy-agent 30, curl 1317, nghttp2 1347, mint 493: heads as proxies have sent them.
    { head: 'HTTP/1.0 200 Connection established\r\n\r\n' },
    { head: 'HTTP/1.1 200\r\n\r\n' },
    { head: 'HTTP/1.1 200 OK\nProxy-agent: old\n\n' },
    { head: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n' },
    { head: 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n' },
  ])('whose answer is %j is made', async (fault) => {
    const { port } = await page();
    const proxy = await httpProxy();
    proxy.take(fault);
    const seen = await through({ all_proxy: proxy.url }).observe({
      type: 'tcp',
      host: 'service.example',
      port,
    });
    expect(seen.verdict).toBe('up');
  });

  test('is asked for by name, with IPv6 in brackets', async () => {
    const proxy = await httpProxy();
    const way = through({ all_proxy: proxy.url });
    await way.observe({ type: 'tcp', host: 'service.invalid', port: 5222 });
    await way.observe({ type: 'tcp', host: '2001:db8::1', port: 443 });
    expect(proxy.asked()).toEqual(['service.invalid:5222', '2001:db8::1:443']);
  });

  test('to an address that is never contacted is not asked for', async () => {
    const proxy = await httpProxy();
    const { net } = through({ all_proxy: proxy.url });
    const { port } = await listen((_request, response) =>
      send(response, { status: 302, headers: { location: 'http://169.254.169.254/' } }),
    ).then((it) => (stops.push(it.stop), it));
    const { signal } = new AbortController();
    const asked = net.request({
      url: `http://service.example:${port}/`,
      signal,
      phaseMs,
      bodyBytes: 0,
      redirects: 5,
      trust: 'system',
    });
    await expect(asked).rejects.toMatchObject({ reason: { code: 'address-forbidden' } });
    expect(proxy.asked()).toEqual([`http://service.example:${port}/`]);
  });
});

describe('a proxy that is not there', () => {
  test.each([
    ['refuses', async () => `http://127.0.0.1:${await closedPort()}`],
    ['has no name', async () => 'http://proxy.invalid:3128'],
  ])('that %s', async (_what, urlOf) => {
    const seen = await through({ all_proxy: await urlOf() }).observe({
      type: 'http',
      url: 'http://service.example/',
    });
    expect(seen).toMatchObject({ verdict: 'unknown', reason: { code: 'proxy-silent' } });
  });

  test('that nobody vouches for is told nothing', async () => {
    const certificate = await makeCertificate({ endsInDays: 90 });
    const proxy = await httpProxy({ certificate });
    const way = through({ all_proxy: proxy.url });
    for (const url of ['http://service.example/', 'https://service.example/']) {
      const seen = await way.observe({ type: 'http', url });
      expect(seen).toMatchObject({ verdict: 'unknown', reason: { code: 'proxy-tls-failed' } });
    }
    expect(proxy.asked()).toEqual([]);
  });

  test('whose certificate has ended by this clock is told nothing, and the clock is named', async () => {
    const certificate = await makeCertificate({ endsInDays: -1 });
    const proxy = await httpProxy({ certificate });
    const seen = await through({ all_proxy: proxy.url }).observe({
      type: 'http',
      url: 'https://service.example/',
    });
    expect(seen).toMatchObject({ verdict: 'unknown', reason: { code: 'proxy-certificate-dates' } });
    expect(proxy.asked()).toEqual([]);
  });

  test('that is called by https, and swallows the handshake', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => void sockets.push(socket)).listen(0, '127.0.0.1');
    stops.push(() => (server.close(), sockets.forEach((one) => one.destroy())));
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const way = through({ all_proxy: `https://127.0.0.1:${port}` });
    const seen = await way.observe({ type: 'http', url: 'https://service.example/' });
    expect(seen).toMatchObject({ verdict: 'unknown', reason: { code: 'proxy-silent' } });
  });

  test('that is called by https, and speaks only http', async () => {
    // httpx 951, curl 7989: “wrong version number” helps nobody.
    const proxy = await httpProxy();
    const way = through({ all_proxy: proxy.url.replace('http:', 'https:') });
    const seen = await way.observe({ type: 'http', url: 'https://service.example/' });
    expect(seen).toMatchObject({ verdict: 'unknown', reason: { code: 'proxy-tls-failed' } });
  });

  test('that cannot be used is not gone around', async () => {
    const { port } = await page();
    const seen = await through({ all_proxy: 'socks4://127.0.0.1:1080' }).observe({
      type: 'http',
      url: `http://service.example:${port}/`,
    });
    expect(seen).toMatchObject({ verdict: 'unknown', reason: { code: 'proxy-unusable' } });
  });
});

describe('SOCKS5', () => {
  test.each<[string, SocksFault, string]>([
    ['hangs up', 'closes', 'proxy-silent'],
    ['says nothing', 'silent', 'proxy-gateway'],
    ['wants a login', { greeting: [5, 255] }, 'proxy-login'],
    ['wants another kind of login', { greeting: [5, 1] }, 'proxy-login'],
    ['is version 4', { greeting: [0, 90] }, 'proxy-silent'],
    ['is HTTP', { greeting: [...Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')] }, 'proxy-silent'],
    ['has failed', { reply: 1 }, 'proxy-gateway'],
    ['forbids it', { reply: 2 }, 'proxy-refuses'],
    ['has no network', { reply: 3 }, 'proxy-gateway'],
    ['finds no host', { reply: 4 }, 'proxy-gateway'],
    ['is refused', { reply: 5 }, 'proxy-gateway'],
    ['does not have that', { reply: 7 }, 'proxy-refuses'],
  ])('that %s', async (_what, fault, code) => {
    const proxy = await startSocksProxy();
    stops.push(proxy.stop);
    proxy.take(fault);
    const seen = await through({ all_proxy: proxy.url }).observe({
      type: 'http',
      url: 'http://service.example/',
    });
    expect(seen).toMatchObject({ verdict: 'unknown', reason: { code } });
    await eventually('the sockets to close', () => (proxy.open() === 0 ? true : undefined), 2000);
  });

  test('that answers with a name is understood', async () => {
    const { port } = await page();
    const proxy = await startSocksProxy();
    stops.push(proxy.stop);
    proxy.take('named');
    const seen = await through({ all_proxy: proxy.url }).observe({
      type: 'http',
      url: `http://service.example:${port}/`,
    });
    expect(seen.verdict).toBe('up');
  });
});

describe('several ways', () => {
  test.each([
    ['the next proxy', (live: string) => `;PROXY ${live}`, true],
    ['a direct connection', () => ';DIRECT', false],
  ])('%s is for when the first is not there', async (_what, rest, isProxied) => {
    const { port } = await page();
    const proxy = await httpProxy();
    const dead = `PROXY 127.0.0.1:${await closedPort()}`;
    const way = through({}, { askSystem: async () => `${dead}${rest(`127.0.0.1:${proxy.port}`)}` });
    const seen = await way.observe({ type: 'http', url: `http://192.0.2.2:${port}/` });
    expect(proxy.asked().length > 0).toBe(isProxied);
    // Nothing of ours is at that address, so without a proxy it is down.
    expect(seen.verdict).toBe(isProxied ? 'up' : 'down');
  });

  test('a proxy that refuses is no reason to go another way', async () => {
    const [first, second] = [await httpProxy(), await httpProxy()];
    first.take({ status: 403 });
    const ways = `PROXY 127.0.0.1:${first.port};PROXY 127.0.0.1:${second.port};DIRECT`;
    const way = through({}, { askSystem: async () => ways });
    const seen = await way.observe({ type: 'tcp', host: 'service.example', port: 443 });
    expect(seen.reason?.code).toBe('proxy-refuses');
    expect(second.asked()).toEqual([]);
  });

  test('one that was silent lately is found again where nothing else leads out', async () => {
    const { port } = await page();
    const proxy = await httpProxy();
    const ways = `PROXY 127.0.0.1:${proxy.port};DIRECT`;
    const { observe, proxies } = through({}, { askSystem: async () => ways });
    const probe = { type: 'http', url: `http://service.example:${port}/` };
    const choice = await proxies.choose({ host: 'service.example', port, isPlainHttp: true });
    const [first = 'direct'] = choice.ways;
    if (first === 'direct') throw new Error('no proxy');
    proxies.noteSilence(first);
    expect((await observe(probe)).verdict).toBe('up');
    // Gone again, it is not what is told: there is a way without it.
    await proxy.stop();
    expect((await observe(probe)).reason?.code).toMatch(/^dns-/);
  });
});

test('names behind a proxy cannot be checked by DNS, but a wrong answer is one', async () => {
  const proxy = await httpProxy();
  const server = `127.0.0.1:${await closedPort()}`;
  const probe = { type: 'dns', name: 'service.example', record: 'A', server };
  expect(await through({ all_proxy: proxy.url }).observe(probe)).toMatchObject({
    verdict: 'unknown',
    reason: { code: 'proxy-dns' },
  });
  expect((await through({}).observe(probe)).verdict).toBe('down');
});

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
