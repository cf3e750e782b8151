/** What a member can see and set of proxies. */
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import { placeOf } from '../../../shared/net/answers.ts';
import type { ProxySetting } from '../../../shared/net/proxy-choice.ts';
import { parseProxy, proxyKey, proxyName } from '../../../shared/net/proxy.ts';
import type { Login } from '../../../shared/net/proxy.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { ProxyState, ProxyTest } from '../../../shared/proxy/ipc.ts';
import type { TextStore } from '../../platform/files.ts';
import { NetError } from '../../platform/net/error.ts';
import type { Net } from '../../platform/net/index.ts';
import type { Proxies } from '../../platform/net/proxies.ts';
import { saveProxySetting } from '../../platform/proxy-setting.ts';

export type ProxyPlan = Pick<CoopDocument, 'witnesses' | 'services'>;

export type ProxyControl = Readonly<{
  setPlan: (plan: ProxyPlan) => void;
  state: () => Promise<ProxyState>;
  /** Applies at once, even if it cannot be saved. */
  set: (setting: ProxySetting) => Promise<void>;
  test: () => Promise<ProxyTest>;
  /**
   * For the proxy that the member was shown, by name. Resolves to whether the keyring has it; undefined if that proxy no
   * longer asks.
   */
  login: (name: string, login: Login) => Promise<boolean | undefined>;
  /** Resolves to whether the keyring has let go of them. */
  forget: () => Promise<boolean>;
  dispose: () => void;
}>;

export type ProxyControlDeps = Readonly<{
  net: Pick<Net, 'request'>;
  proxies: Proxies;
  store: TextStore;
  /** Finds out whether this machine is online now. */
  lookAgain: () => void;
  onChange: () => void;
}>;

/** Limits of a test and of each of its phases, in ms. */
const testLimitMs = 30_000;
const phaseMs = 10_000;

export function createProxyControl(deps: ProxyControlDeps): ProxyControl {
  const { proxies } = deps;
  const { logins } = proxies;
  let plan: ProxyPlan = { witnesses: [], services: [] };
  const stopListening = logins.onChange(deps.onChange);

  return {
    setPlan: (next) => void (plan = next),
    state: async () => {
      const wanted = logins.wanted();
      return {
        setting: await proxies.setting(),
        inUse: inUse(proxies),
        ...(wanted ? { wanted } : {}),
        hasLogin: logins.isKnown(),
      };
    },
    set: async (setting) => {
      const proxy = setting.use === 'address' ? parseProxy(setting.address) : undefined;
      const kept = proxy ? { use: 'address' as const, address: proxyKey(proxy) } : setting;
      proxies.set(kept);
      await saveProxySetting(deps.store, kept).catch(() => undefined);
      if (proxy?.login) {
        const { login, ...bare } = proxy;
        await logins.enter(login, bare);
      }
      deps.onChange();
      deps.lookAgain();
    },
    test: async () => {
      const url = askable(plan);
      const result = url === undefined ? ({ outcome: 'nothing' } as const) : await ask(deps, url);
      deps.onChange();
      return result;
    },
    login: async (name, login) => {
      const proxy = logins.asking(name);
      if (!proxy) return undefined;
      const isKept = await logins.enter(login, proxy);
      deps.lookAgain();
      return isKept;
    },
    forget: logins.forget,
    dispose: stopListening,
  };
}

function inUse(proxies: Proxies): ProxyState['inUse'] {
  const shown = proxies.lately().map(({ from, variable, ways: [first] }) => ({
    from,
    ...(variable === undefined ? {} : { variable }),
    ...(first === undefined ? {} : { way: first === 'direct' ? first : proxyName(first) }),
  }));
  return [...new Map(shown.map((one) => [JSON.stringify(one), one])).values()];
}

/** A witness, which answers whatever becomes of the co-op; else a service. */
function askable({ witnesses, services }: ProxyPlan): string | undefined {
  const ofWitnesses = witnesses.flatMap((one) => ('url' in one ? [one.url] : []));
  const ofServices = services.flatMap(({ service: { probe } }) =>
    probe?.type === 'http' ? [probe.url] : [],
  );
  return [...ofWitnesses, ...ofServices][0];
}

async function ask({ net }: ProxyControlDeps, url: string): Promise<ProxyTest> {
  const { host } = placeOf(url);
  try {
    const answer = await net.request({
      url,
      signal: AbortSignal.timeout(testLimitMs),
      phaseMs,
      bodyBytes: 0,
      redirects: 0,
      trust: 'system',
      isCheck: true,
    });
    const { proxy, timings } = answer;
    const way = proxy === undefined ? {} : { proxy };
    return { outcome: 'answered', host, ...way, ms: Math.round(timings.total ?? 0) };
  } catch (error) {
    const why = error instanceof NetError ? error.reason : reason('internal');
    return { outcome: 'failed', host, reason: { ...why, params: { ...why.params } } };
  }
}
