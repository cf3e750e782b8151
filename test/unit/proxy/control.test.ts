/** What a member sees and sets of proxies. */
import { expect, test } from 'vitest';
import { createProxyControl } from '../../../main/features/proxy/index.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import { createProxies } from '../../../main/platform/net/proxies.ts';
import type { Answer } from '../../../main/platform/net/request.ts';
import { createSessionSecrets } from '../../../main/platform/secrets/session.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';
import { readCoop, service } from '../status/monitor.ts';

function stage(answer: Partial<Answer> | NetError = {}) {
  const secrets = createSessionSecrets();
  const proxies = createProxies({
    clock: fakeClock(),
    variables: { https_proxy: 'http://env.example:1' },
    openKeyring: async () => secrets,
  });
  const saved: string[] = [];
  const asked: string[] = [];
  let changes = 0;
  let looks = 0;
  const control = createProxyControl({
    net: {
      request: async ({ url }) => {
        asked.push(url);
        if (answer instanceof NetError) throw answer;
        return { url, status: 200, headers: {}, body: '', timings: { total: 41.6 }, ...answer };
      },
    },
    proxies,
    store: { load: async () => undefined, save: async (text) => void saved.push(text) },
    lookAgain: () => void (looks += 1),
    onChange: () => void (changes += 1),
  });
  return { control, proxies, secrets, saved, asked, changes: () => changes, looks: () => looks };
}

const target = { host: 'a.example', port: 443, isPlainHttp: false };

test('an address is used at once, and kept without its login', async () => {
  const { control, proxies, secrets, saved, changes, looks } = stage();
  await control.set({ use: 'address', address: 'http://ada:geheim@p.example:3128/' });
  const kept = { use: 'address', address: 'http://p.example:3128' };
  expect(saved).toEqual([JSON.stringify({ version: 1, setting: kept })]);
  expect(await secrets.get('proxy:http://p.example:3128')).toContain('geheim');
  expect((await proxies.choose(target)).ways).toMatchObject([{ host: 'p.example' }]);
  const state = await control.state();
  expect(state).toMatchObject({ setting: kept, hasLogin: true });
  expect(JSON.stringify(state)).not.toContain('geheim');
  expect(changes()).toBeGreaterThan(0);
  expect(looks()).toBe(1);
});

test('says what connections have used, without repetitions', async () => {
  const { control, proxies } = stage();
  expect((await control.state()).inUse).toEqual([]);
  await proxies.choose(target);
  await proxies.choose({ ...target, host: 'b.example' });
  await proxies.choose({ ...target, host: 'localhost' });
  await proxies.choose({ ...target, port: 80, isPlainHttp: true });
  expect((await control.state()).inUse).toEqual([
    { from: 'environment', variable: 'https_proxy', way: 'env.example:1' },
    { from: 'environment', way: 'direct' },
  ]);
});

const services = [service('forum')];
test.each<[string, object, string[]]>([
  ['a witness', { witnesses: [{ url: 'https://w.example/' }], services }, ['https://w.example/']],
  ['a service if no witness is on the web', { services }, ['http://forum']],
  ['nothing if there is nothing', { services: [] }, []],
])('the test asks %s', async (_what, document, urls) => {
  const { control, asked } = stage({ proxy: 'p.example:1' });
  control.setPlan(readCoop(document));
  const result = await control.test();
  expect(asked).toEqual(urls);
  expect(result).toEqual(
    urls.length === 0
      ? { outcome: 'nothing' }
      : { outcome: 'answered', host: new URL(urls[0] ?? '').host, proxy: 'p.example:1', ms: 42 },
  );
});

test('a test that fails says why', async () => {
  const why = reason('proxy-refuses', { proxy: 'p.example:1' });
  const { control } = stage(new NetError(why));
  control.setPlan(readCoop({ services }));
  expect(await control.test()).toEqual({ outcome: 'failed', host: 'forum', reason: why });
});
