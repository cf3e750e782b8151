/** What a member is told of a proxy wherever they are. */
import { expect, test } from 'vitest';
import { proxyFeature } from '../../../main/features/proxy/feature.ts';
import type { Host } from '../../../main/features/host.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import { createProxies } from '../../../main/platform/net/proxies.ts';
import { parseProxy } from '../../../shared/net/proxy.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';

const name = 'p.example:3128';

test.each([
  ['a name and password', 'proxy-login', {}, name],
  // There would be nothing to enter.
  ['a kind of login that the app does not have', 'proxy-login-kind', { kinds: 'NTLM' }, undefined],
] as const)('one that wants %s', async (_what, code, params, told) => {
  const proxies = createProxies({ clock: fakeClock(), variables: {}, openKeyring: undefined });
  const published: unknown[] = [];
  proxyFeature({ proxies, publish: (slice) => void published.push(slice) } as Host);
  const proxy = parseProxy(name);
  if (!proxy) throw new Error('no proxy');
  const refuse = () => Promise.reject(new NetError(reason(code, params)));
  await expect(proxies.logins.use(proxy, refuse)).rejects.toThrow(code);
  expect(published).toEqual([{ proxyWants: told }]);
});
