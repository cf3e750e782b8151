/** The proxy that environment variables name. Pure. */
import type { Proxy } from './proxy.ts';
import { parseProxy } from './proxy.ts';
import type { Bypass, ProxyTarget } from './proxy-bypass.ts';
import { parseBypass } from './proxy-bypass.ts';

type Variables = Readonly<Record<string, string | undefined>>;

type Named = Readonly<{
  variable: string;
  /** Undefined if the app cannot use what it names. */
  proxy: Proxy | undefined;
}>;

export type ProxyVariables = Readonly<{ plain?: Named; secure?: Named; isExempt: Bypass }>;

/**
 * Undefined if no variable names a proxy. Of two spellings the lower-case one counts, even if it is empty: that is how
 * people turn a proxy off for one program.
 */
export function readProxyVariables(variables: Variables): ProxyVariables | undefined {
  const plain = named(variables, 'http_proxy') ?? named(variables, 'all_proxy');
  const secure = named(variables, 'https_proxy') ?? named(variables, 'all_proxy');
  if (!plain && !secure) return undefined;
  return {
    ...(plain ? { plain } : {}),
    ...(secure ? { secure } : {}),
    isExempt: parseBypass(valueOf(variables, 'no_proxy')?.value ?? ''),
  };
}

/** What the variables name for a target; undefined to connect directly. */
export function namedFor(
  { plain, secure, isExempt }: ProxyVariables,
  target: ProxyTarget,
): Named | undefined {
  return isExempt(target) ? undefined : target.isPlainHttp ? plain : secure;
}

function named(variables: Variables, name: string): Named | undefined {
  const found = valueOf(variables, name);
  if (!found || found.value.trim() === '') return undefined;
  return { variable: found.variable, proxy: parseProxy(found.value) };
}

function valueOf(
  variables: Variables,
  name: string,
): Readonly<{ variable: string; value: string }> | undefined {
  for (const variable of [name, name.toUpperCase()]) {
    const value = variables[variable];
    if (value !== undefined) return { variable, value };
  }
  return undefined;
}
