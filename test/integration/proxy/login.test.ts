/** Logins of proxies: asked for once, sent to nobody else, and not again once refused. */
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Login } from '../../../shared/net/proxy.ts';
import { parseProxy } from '../../../shared/net/proxy.ts';
import { eventually } from '../../desktop/wait.ts';
import { systemClock } from '../../../main/platform/clock.ts';
import { createWayOut } from '../../../main/platform/observed-net.ts';
import { createSessionSecrets } from '../../../main/platform/secrets/session.ts';
import type { Secrets } from '../../../main/platform/secrets/types.ts';
import { SecretsError } from '../../../main/platform/secrets/types.ts';
import type { Listener } from '../../servers/http.ts';
import { listen, send } from '../../servers/http.ts';
import type { HttpStandIn } from '../../servers/proxy/http.ts';
import { startHttpProxy } from '../../servers/proxy/http.ts';
import { startSocksProxy } from '../../servers/proxy/socks.ts';
import type { Way } from './through.ts';
import { fakeClock } from '../../unit/clock.ts';
import { through } from './through.ts';

const right = { user: 'ada', password: 'pä:ss' };
const wrong = { user: 'ada', password: 'pass' };
let proxy: HttpStandIn;
let service: Listener;
let heard: string[];

beforeEach(async () => {
  heard = [];
  proxy = await startHttpProxy({ login: 'ada:pä:ss' });
  service = await listen((request, response) => {
    heard.push(...Object.keys(request.headers));
    send(response, { body: 'hello' });
  });
});
afterEach(async () => {
  await proxy.stop();
  await service.stop();
});

/** As the member does, for the proxy that is shown. */
const enter = ({ proxies }: Way, login: Login) => {
  const asking = proxies.logins.asking(proxies.logins.wanted()?.proxy ?? '');
  if (!asking) throw new Error('no proxy asks');
  return proxies.logins.enter(login, asking);
};

const plain = () => ({ type: 'http', url: `http://service.example:${service.port}/` });
const tunnel = () => ({ type: 'tcp', host: 'service.example', port: service.port });

describe.each([
  ['a plain page', plain],
  ['a tunnel', tunnel],
])('%s', (_what, probe) => {
  test('is unknown until the member has signed in, and the proxy alone gets the login', async () => {
    const secrets = createSessionSecrets();
    const way = through({ all_proxy: proxy.url }, { secrets });
    const { observe, proxies } = way;
    expect(await observe(probe())).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'proxy-login' },
    });
    const name = `127.0.0.1:${proxy.port}`;
    expect(proxies.logins.wanted()).toEqual({ proxy: name, wasRefused: false });
    expect(await enter(way, right)).toBe(true);
    expect(proxies.logins.wanted()).toBeUndefined();
    expect((await observe(probe())).verdict).toBe('up');
    expect(heard).not.toContain('proxy-authorization');
    expect(await secrets.get(`proxy:http://${name}`)).toBe(JSON.stringify(right));
  });

  test('takes the login from the keyring, unasked', async () => {
    const secrets = createSessionSecrets();
    await secrets.set(`proxy:http://127.0.0.1:${proxy.port}`, JSON.stringify(right));
    const way = through({ all_proxy: proxy.url }, { secrets });
    const { observe, proxies } = way;
    let asked = 0;
    proxies.logins.onChange(() => (asked += 1));
    expect((await observe(probe())).verdict).toBe('up');
    expect((await observe(probe())).verdict).toBe('up');
    expect(asked).toBe(0);
    expect(proxy.logins()).toEqual(['ada:pä:ss', 'ada:pä:ss']);
  });

  test('takes it from the address of the proxy', async () => {
    const url = proxy.url.replace('//', '//ada:p%C3%A4%3Ass@');
    const { observe } = through({ all_proxy: url });
    expect((await observe(probe())).verdict).toBe('up');
  });

  test('sends a wrong one once, however many checks there are', async () => {
    const way = through({ all_proxy: proxy.url });
    const { observe, proxies } = way;
    await observe(probe());
    await enter(way, wrong);
    const seen = await Promise.all(Array.from({ length: 8 }, () => observe(probe())));
    for (const one of seen) expect(one.reason?.code).toBe('proxy-login');
    expect(proxy.logins()).toEqual(['ada:pass']);
    expect(proxies.logins.wanted()?.wasRefused).toBe(true);
    await enter(way, right);
    const then = await Promise.all(Array.from({ length: 8 }, () => observe(probe())));
    for (const one of then) expect(one.verdict).toBe('up');
    expect(proxies.logins.wanted()).toBeUndefined();
  });
});

test('a login that the proxy no longer takes is asked for again', async () => {
  const way = through({ all_proxy: proxy.url });
  const { observe, proxies } = way;
  await observe(tunnel());
  await enter(way, right);
  expect((await observe(tunnel())).verdict).toBe('up');
  proxy.setLogin('ada:new');
  expect((await observe(tunnel())).reason?.code).toBe('proxy-login');
  expect((await observe(tunnel())).reason?.code).toBe('proxy-login');
  expect(proxies.logins.wanted()?.wasRefused).toBe(true);
  expect(proxy.logins()).toEqual(['ada:pä:ss', 'ada:pä:ss']);
});

test('once a proxy no longer asks, it is not the one that gets a login', async () => {
  const way = through({ all_proxy: proxy.url });
  await way.observe(tunnel());
  const { logins } = way.proxies;
  const name = logins.wanted()?.proxy ?? '';
  expect([logins.asking('other.example:3128'), logins.asking(name)?.port]).toEqual([
    undefined,
    proxy.port,
  ]);
  proxy.setLogin(undefined);
  await way.observe(tunnel());
  expect(logins.asking(name)).toBeUndefined();
});

test.each<[string, (way: Way) => void]>([
  ['the network may be another one', ({ proxies }) => proxies.logins.doubt()],
  ['the member sets another way', ({ proxies }) => proxies.set({ use: 'none' })],
])('once %s, nothing is wanted until a proxy says so', async (_what, happen) => {
  const way = through({ all_proxy: proxy.url });
  await way.observe(tunnel());
  await enter(way, wrong);
  await way.observe(tunnel());
  happen(way);
  expect(way.proxies.logins.wanted()).toBeUndefined();
  way.proxies.set({ use: 'automatic' });
  await way.observe(tunnel());
  expect(way.proxies.logins.wanted()?.wasRefused).toBe(true);
  expect(proxy.logins()).toEqual(['ada:pass']);
});

test('what a proxy wants is no other network’s business', async () => {
  const { proxies } = through({ all_proxy: proxy.url });
  const { connectivity } = createWayOut({ clock: systemClock, proxies });
  connectivity.setWitnesses([{ host: 'witness.example', port: service.port }], []);
  expect(await connectivity.confirm()).toBe('proxy-login');
  expect(proxies.logins.wanted()).toBeDefined();
  connectivity.suspend();
  expect(proxies.logins.wanted()).toBeUndefined();
  connectivity.dispose();
});

test.each([
  ['missing', 1],
  ['locked', 0],
] as const)('a keyring that is %s at first', async (fault, reads) => {
  const clock = fakeClock();
  const known = createSessionSecrets();
  await known.set(`proxy:http://127.0.0.1:${proxy.port}`, JSON.stringify(right));
  let get: Secrets['get'] = () => Promise.reject(new SecretsError(fault));
  const secrets: Secrets = { ...known, get: (name) => get(name) };
  const { observe } = through({ all_proxy: proxy.url }, { secrets, clock });
  await observe(tunnel());
  get = known.get;
  await observe(tunnel());
  expect(proxy.logins()).toEqual([]);
  await clock.pass(60_000);
  await observe(tunnel());
  expect(proxy.logins().length).toBe(reads);
});

test('what the member enters counts, whatever the keyring answers later', async () => {
  const secrets = createSessionSecrets();
  let answer = (_text: string): void => undefined;
  const get = () => new Promise<string>((resolve) => (answer = resolve));
  const way = through({ all_proxy: proxy.url }, { secrets: { ...secrets, get } });
  const seen = way.observe(tunnel());
  await eventually('the proxy to ask', () => proxy.asked().length > 0 || undefined);
  const entry = parseProxy(proxy.url);
  if (!entry) throw new Error('no proxy');
  await way.proxies.logins.enter(right, entry);
  answer(JSON.stringify(wrong));
  expect((await seen).verdict).toBe('up');
  expect(proxy.logins()).toEqual(['ada:pä:ss']);
});

test('of two proxies, the one whose login can be entered is shown', async () => {
  const other = await startHttpProxy();
  onTestFinished(other.stop);
  other.take({ status: 407, headers: { 'proxy-authenticate': 'NTLM' } });
  const asked = [other, proxy];
  const askSystem = async () => `PROXY 127.0.0.1:${asked.shift()?.port}`;
  const way = through({}, { askSystem });
  await way.observe({ type: 'tcp', host: 'other.example', port: service.port });
  expect(way.proxies.logins.wanted()?.kinds).toBe('NTLM');
  await way.observe(tunnel());
  expect(way.proxies.logins.wanted()).toEqual({
    proxy: `127.0.0.1:${proxy.port}`,
    wasRefused: false,
  });
});

test('a proxy that takes the login no more, but one that the app does not have, is not said to take it', async () => {
  const way = through({ all_proxy: proxy.url });
  await way.observe(tunnel());
  await enter(way, right);
  expect((await way.observe(tunnel())).verdict).toBe('up');
  proxy.take({ status: 407, headers: { 'proxy-authenticate': 'NTLM, Negotiate' } });
  expect((await way.observe(tunnel())).reason?.code).toBe('proxy-login-kind');
  expect(way.proxies.logins.wanted()?.kinds).toBe('NTLM, Negotiate');
});

test('without a keyring it is kept until the app ends', async () => {
  const secrets = {
    ...createSessionSecrets(),
    get: () => Promise.reject(new SecretsError('missing')),
    set: () => Promise.reject(new SecretsError('missing')),
  };
  const way = through({ all_proxy: proxy.url }, { secrets });
  const { observe } = way;
  await observe(tunnel());
  expect(await enter(way, right)).toBe(false);
  expect((await observe(tunnel())).verdict).toBe('up');
});

test('what is forgotten is in no keyring, and no longer sent', async () => {
  const secrets = createSessionSecrets();
  const way = through({ all_proxy: proxy.url }, { secrets });
  const { observe, proxies } = way;
  await observe(tunnel());
  await enter(way, right);
  await observe(tunnel());
  expect(proxies.logins.isKnown()).toBe(true);
  expect(await proxies.logins.forget()).toBe(true);
  expect(proxies.logins.isKnown()).toBe(false);
  expect(await secrets.get(`proxy:http://127.0.0.1:${proxy.port}`)).toBeUndefined();
  expect((await observe(tunnel())).reason?.code).toBe('proxy-login');
});

test.each([
  ['locked', false],
  ['timed-out', false],
  // It never had any.
  ['missing', true],
] as const)('a keyring that is %s has let go of a login: %s', async (fault, isGone) => {
  const secrets = {
    ...createSessionSecrets(),
    delete: () => Promise.reject(new SecretsError(fault)),
  };
  const way = through({ all_proxy: proxy.url }, { secrets });
  await way.observe(tunnel());
  await enter(way, right);
  expect(await way.proxies.logins.forget()).toBe(isGone);
  expect(way.proxies.logins.isKnown()).toBe(false);
});

test('no error and no state holds the password', async () => {
  const { net, proxies } = through({ all_proxy: proxy.url.replace('//', '//ada:geheim@') });
  const { signal } = new AbortController();
  const failed = net.connect({ host: 'service.example', port: 1, signal, phaseMs: 300 });
  const error = await failed.catch((it: unknown) => it);
  const told = JSON.stringify([error, proxies.logins.wanted(), String(error)]);
  expect(told).toContain('proxy-login');
  expect(told).not.toContain('geheim');
});

test('SOCKS5 has a login of its own', async () => {
  const socks = await startSocksProxy({ login: 'ada:pä:ss' });
  const way = through({ all_proxy: socks.url });
  const { observe } = way;
  expect((await observe(tunnel())).reason?.code).toBe('proxy-login');
  await enter(way, wrong);
  expect((await observe(tunnel())).reason?.code).toBe('proxy-login');
  await enter(way, right);
  expect((await observe(tunnel())).verdict).toBe('up');
  expect(socks.logins()).toEqual(['ada:pass', 'ada:pä:ss']);
  await socks.stop();
});
