/** Which way is asked of whom, how often, and what a proxy has proven. */
import { describe, expect, test } from 'vitest';
import { createProxies } from '../../../main/platform/net/proxies.ts';
import type { ProxiesDeps } from '../../../main/platform/net/proxies.ts';
import { parseProxy, proxyKey } from '../../../shared/net/proxy.ts';
import type { ProxySetting } from '../../../shared/net/proxy-choice.ts';
import { fakeClock } from '../clock.ts';

function stage(more: Partial<ProxiesDeps> = {}) {
  const clock = fakeClock();
  const asked: string[] = [];
  let answer = 'PROXY p.example:3128';
  const proxies = createProxies({
    clock,
    variables: {},
    askSystem: async (url) => {
      asked.push(url);
      return answer;
    },
    openKeyring: undefined,
    ...more,
  });
  const way = async (host: string, port = 443) => {
    const { ways } = await proxies.choose({ host, port, isPlainHttp: port === 80 });
    return ways.map((one) => (one === 'direct' ? one : proxyKey(one))).join(' ');
  };
  return { clock, proxies, asked, way, say: (next: string) => void (answer = next) };
}

describe('the system', () => {
  test('is asked once a minute for each host, without a path', async () => {
    const { clock, asked, way, say } = stage();
    expect([await way('a.example'), await way('a.example')]).toEqual([
      'http://p.example:3128',
      'http://p.example:3128',
    ]);
    await way('b.example', 80);
    await way('2001:db8::1');
    expect(asked).toEqual([
      'https://a.example:443/',
      'http://b.example:80/',
      'https://[2001:db8::1]:443/',
    ]);
    say('DIRECT');
    expect(await way('a.example')).toBe('http://p.example:3128');
    await clock.pass(60_000);
    expect(await way('a.example')).toBe('direct');
  });

  test('is asked again in doubt', async () => {
    const { proxies, way, say } = stage();
    await way('a.example');
    say('DIRECT');
    proxies.doubt();
    expect(await way('a.example')).toBe('direct');
  });

  test('that answers late does not overrule what the member has set meanwhile', async () => {
    const answers: ((answer: string) => void)[] = [];
    const { proxies, way } = stage({
      askSystem: () => new Promise((answer) => void answers.push(answer)),
    });
    const chosen = way('a.example');
    while (answers.length === 0) await Promise.resolve();
    proxies.set({ use: 'address', address: 'http://mine.example:1' });
    answers[0]?.('DIRECT');
    expect(await chosen).toBe('http://mine.example:1');
    expect(proxies.lately()).toMatchObject([{ from: 'setting' }]);
  });

  test('that answers late is used, but not remembered once there is doubt', async () => {
    const answers: ((answer: string) => void)[] = [];
    const { proxies, way } = stage({
      askSystem: () => new Promise((answer) => void answers.push(answer)),
    });
    const chosen = way('a.example');
    while (answers.length === 0) await Promise.resolve();
    proxies.doubt();
    answers[0]?.('DIRECT');
    expect(await chosen).toBe('direct');
    expect(proxies.lately()).toEqual([]);
  });

  test('is not asked about this machine, nor where the environment names a proxy', async () => {
    const local = stage();
    expect(await local.way('localhost')).toBe('direct');
    const named = stage({ variables: { all_proxy: 'http://e.example:1' } });
    expect(await named.way('a.example')).toBe('http://e.example:1');
    expect([...local.asked, ...named.asked]).toEqual([]);
    expect(local.proxies.lately()).toEqual([]);
  });

  test.each([
    ['fails', () => Promise.reject(new Error('gone'))],
    ['never answers', () => new Promise<string>(() => {})],
  ])('that %s leaves connections direct', async (_what, askSystem) => {
    const { clock, way } = stage({ askSystem });
    const chosen = way('a.example');
    await clock.pass(10_000);
    expect(await chosen).toBe('direct');
    expect(clock.timers()).toBe(0);
  });
});

describe('a proxy that does not answer', () => {
  // corefx 39370 and 40082, alpaca 62: each request waited for it first.
  const ways = 'PROXY p.example:1;PROXY q.example:1;DIRECT';

  test('comes after the others for five minutes, for all hosts', async () => {
    const { clock, proxies, way, say } = stage();
    say(ways);
    const before = await way('a.example');
    expect(before).toBe('http://p.example:1 http://q.example:1 direct');
    const [first] = (await proxies.choose({ host: 'a.example', port: 443, isPlainHttp: false }))
      .ways;
    if (!first || first === 'direct') throw new Error('no proxy');
    proxies.noteSilence(first);
    const without = 'http://q.example:1 direct http://p.example:1';
    expect([await way('a.example'), await way('b.example')]).toEqual([without, without]);
    await clock.pass(5 * 60_000);
    expect(await way('a.example')).toBe(before);
    proxies.noteSilence(first);
    proxies.doubt();
    expect(await way('a.example')).toBe(before);
  });
});

test('what the member sets counts from the next connection on', async () => {
  let loads = 0;
  const kept: ProxySetting = { use: 'none' };
  const { proxies, way } = stage({
    loadSetting: async () => {
      loads += 1;
      return kept;
    },
  });
  expect([await way('a.example'), await way('b.example')]).toEqual(['direct', 'direct']);
  expect(loads).toBe(1);
  proxies.set({ use: 'address', address: 'socks5://m.example:1' });
  expect(await way('a.example')).toBe('socks5://m.example:1');
  expect(await proxies.setting()).toEqual({ use: 'address', address: 'socks5://m.example:1' });
});

describe('what a proxy has reached', () => {
  const proxy = parseProxy('p.example:3128');
  if (!proxy) throw new Error('no proxy');

  test.each([
    ['another host', 'b.example', 0, true],
    ['the same host', 'a.example', 0, false],
    ['a host inside the network', 'nas.local', 0, false],
    ['another host, long ago', 'b.example', 5 * 60_000 + 1, false],
  ])('%s says of a failure whose it is', async (_what, host, agoMs, isProof) => {
    const { clock, proxies } = stage();
    proxies.evidence.note(proxy, host);
    await clock.pass(agoMs);
    expect(proxies.evidence.reachesOthers(proxy, 'a.example')).toBe(isProof);
  });

  test('counts for that proxy alone', () => {
    const { proxies } = stage();
    proxies.evidence.note(proxy, 'b.example');
    const other = { ...proxy, port: 3129 };
    expect(proxies.evidence.reachesOthers(other, 'a.example')).toBe(false);
  });
});
