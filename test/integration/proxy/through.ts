/** Checks through a proxy, which the environment names. */
import type { Lookup } from '../../../main/platform/net/addresses.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import type { Net } from '../../../main/platform/net/index.ts';
import type { Proxies } from '../../../main/platform/net/proxies.ts';
import { createProxies } from '../../../main/platform/net/proxies.ts';
import { createSessionSecrets } from '../../../main/platform/secrets/session.ts';
import type { Secrets } from '../../../main/platform/secrets/types.ts';
import type { Clock } from '../../../main/platform/clock.ts';
import { systemClock } from '../../../main/platform/clock.ts';
import { createProbe } from '../../../main/core/status/probes/index.ts';
import * as v from 'valibot';
import { expandPreset } from '../../../shared/coop/presets.ts';
import { ProbeSchema } from '../../../shared/coop/probe.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { phaseMs } from '../probing.ts';

type More = Readonly<{
  secrets?: Secrets;
  askSystem?: (url: string) => Promise<string>;
  timeoutMs?: number;
  /** For what is remembered of proxies. */
  clock?: Clock;
  /** For the proxy's own name; without it, no name is known here. */
  lookup?: Lookup;
}>;

export type Way = Readonly<{
  observe: (probe: object) => Promise<Observation>;
  net: Net;
  proxies: Proxies;
  /** Names that were resolved here, and should not have been. */
  resolved: () => readonly string[];
}>;

/** `askSystem` answers only if the variables name no proxy. */
export function through(
  variables: Readonly<Record<string, string>>,
  { secrets = createSessionSecrets(), askSystem, timeoutMs = phaseMs, ...more }: More = {},
): Way {
  const resolved: string[] = [];
  const nowhere: Lookup = (name, _options, callback) => {
    resolved.push(name);
    setImmediate(() => callback(Object.assign(new Error(name), { code: 'ENOTFOUND' }), []));
  };
  const proxies = createProxies({
    clock: more.clock ?? systemClock,
    variables,
    ...(askSystem ? { askSystem } : {}),
    openKeyring: async () => secrets,
  });
  const net = createNet({ budget: createBudget(8), lookup: more.lookup ?? nowhere, proxies });
  const run = createProbe({ net, proxies });
  return {
    observe: (probe) =>
      run(
        expandPreset(v.parse(ProbeSchema, { timeoutMs, ...probe })),
        new AbortController().signal,
      ),
    net,
    proxies,
    resolved: () => resolved,
  };
}
