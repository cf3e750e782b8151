/** Wires the proxy's control to the network, the profile and the window. */
import type { Running } from '../feature.ts';
import type { Host } from '../host.ts';
import { proxyForm } from '../../platform/proxy-setting.ts';
import type { ProxyControl, ProxyPlan } from './index.ts';
import { createProxyControl } from './index.ts';

export async function startProxyControl(host: Host): Promise<Running<ProxyPlan, ProxyControl>> {
  const control = createProxyControl({
    net: host.net,
    proxies: host.proxies,
    store: host.files.file(proxyForm),
    lookAgain: () => void host.connectivity.confirm(),
    onChange: () => void tell(),
  });
  const tell = async () => {
    const state = await control.state();
    host.send('proxy', () => state);
  };
  return { api: control, setSection: control.setPlan, dispose: control.dispose };
}
