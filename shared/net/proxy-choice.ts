/** Which way a connection takes: what the member has set, else the environment, else the system. Pure. */
import * as v from 'valibot';
import { isThisMachine } from './bare-host.ts';
import type { Proxy } from './proxy.ts';
import { parseProxy, proxyKey } from './proxy.ts';
import type { ProxyTarget } from './proxy-bypass.ts';
import type { ProxyVariables } from './proxy-variables.ts';
import { namedFor } from './proxy-variables.ts';

/** In characters, with a login in it, whose password may be a token. */
export const proxyAddressLimit = 1000;

/** What the member has set. `automatic`: the environment, else the system. */
export const ProxySettingSchema = v.variant('use', [
  v.object({ use: v.literal('automatic') }),
  v.object({ use: v.literal('none') }),
  /** Without a login, which is in the keyring. */
  v.object({
    use: v.literal('address'),
    address: v.pipe(v.string(), v.maxLength(proxyAddressLimit)),
  }),
]);
export type ProxySetting = Readonly<v.InferOutput<typeof ProxySettingSchema>>;

export const usualProxySetting: ProxySetting = { use: 'automatic' };

/** `machine`: the target is this machine itself. */
export const proxyOrigins = ['machine', 'setting', 'environment', 'system'] as const;

export type ProxyChoice = Readonly<{
  from: (typeof proxyOrigins)[number];
  /** The environment variable that names it. */
  variable?: string;
  /** In order of preference: each is used only if those before it do not answer. Empty if none can be used. */
  ways: readonly (Proxy | 'direct')[];
}>;

/** The choice without asking the system; undefined if only the system knows. This machine is always direct. */
export function chooseProxy(
  setting: ProxySetting,
  variables: ProxyVariables | undefined,
  target: ProxyTarget,
): ProxyChoice | undefined {
  if (isThisMachine(target.host)) return { from: 'machine', ways: ['direct'] };
  if (setting.use === 'none') return { from: 'setting', ways: ['direct'] };
  if (setting.use === 'address') {
    const proxy = parseProxy(setting.address);
    return { from: 'setting', ways: proxy ? [proxy] : [] };
  }
  if (!variables) return undefined;
  const named = namedFor(variables, target);
  if (!named) return { from: 'environment', ways: ['direct'] };
  const { variable, proxy } = named;
  return { from: 'environment', variable, ways: proxy ? [proxy] : [] };
}

/** Each costs a connection attempt. */
const wayLimit = 4;

/**
 * A script's `SOCKS` is version 4 to Chromium and 5 to macOS and to Node's agents; servers have both, and only 5 takes
 * every name.
 */
const kinds: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks5',
  SOCKS5: 'socks5',
};

/**
 * Reads the system's answer, as Chromium gives it: `PROXY host:port;SOCKS5 host:port;DIRECT`. Kinds that the app does
 * not have are left out; if nothing remains, the app does not go around the proxy.
 */
export function systemChoice(answer: string): ProxyChoice {
  const items = answer
    .split(';')
    .map((item) => item.trim())
    .filter(Boolean);
  if (items.length === 0) return { from: 'system', ways: ['direct'] };
  const ways = new Map<string, Proxy | 'direct'>();
  for (const item of items) {
    const way = wayOf(item);
    if (way) ways.set(way === 'direct' ? way : proxyKey(way), way);
  }
  return { from: 'system', ways: [...ways.values()].slice(0, wayLimit) };
}

function wayOf(item: string): Proxy | 'direct' | undefined {
  if (/^direct$/i.test(item)) return 'direct';
  const [, kind = '', place = ''] = /^(\S+)\s+(\S+)$/.exec(item) ?? [];
  const scheme = kinds[kind.toUpperCase()];
  return scheme === undefined || /[@/]/.test(place)
    ? undefined
    : parseProxy(`${scheme}://${place}`);
}
