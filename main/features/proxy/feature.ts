/** The proxy's setting, login and test, for the window. Connections find their way without it. */
import type { Feature } from '../feature.ts';
import type { Host } from '../host.ts';
import type { ProxyControl, ProxyPlan } from './index.ts';

export function proxyFeature(host: Host): Feature<'proxy', ProxyPlan, ProxyControl> {
  const { logins } = host.proxies;
  // Before any code is loaded: a member must learn of it wherever they are, if there is something to enter.
  logins.onChange(() => {
    const wanted = logins.wanted();
    host.publish({ proxyWants: wanted?.kinds === undefined ? wanted?.proxy : undefined });
  });
  return {
    section: ({ witnesses, services }) => ({ witnesses, services }),
    load: async () => (await import('./create.ts')).startProxyControl(host),
    calls: ({ api }) => ({
      'proxy.get': async () => (await api()).state(),
      'proxy.set': async ({ setting }) => (await api()).set(setting),
      'proxy.test': async () => (await api()).test(),
      'proxy.login': async ({ proxy, ...login }) => (await api()).login(proxy, login),
      'proxy.forget': async () => (await api()).forget(),
    }),
  };
}
