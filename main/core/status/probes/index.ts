/** Runs one check of a service; every failure becomes an observation with its reason. */
import type { Heard } from '../../../../shared/net/answers.ts';
import { heardInNames } from '../../../../shared/net/answers.ts';
import type { PlainProbe } from '../../../../shared/coop/probe.ts';
import type { Observation } from '../../../../shared/observation/observation.ts';
import type { Net } from '../../../platform/net/index.ts';
import type { Proxies } from '../../../platform/net/proxies.ts';
import { doubted, probeDns } from './dns.ts';
import { createAskTester } from './federation-tester.ts';
import type { ResolveSrv } from './federation-way.ts';
import { systemResolveSrv } from './federation-way.ts';
import type { FederationDeps } from './federation.ts';
import { probeFederation } from './federation.ts';
import { observationOf } from './fault.ts';
import { probeHttp } from './http.ts';
import { probeTcp } from './tcp.ts';
import { probeTls } from './tls.ts';

/** Rejects only with the signal's reason: an aborted check has no observation. */
export type RunProbe = (probe: PlainProbe, signal: AbortSignal) => Promise<Observation>;

/**
 * `hear` receives answers that do not come through `net`; omit it if only observations matter. `resolveSrv` replaces
 * the system's resolver in tests. `proxies` are those of `net`, if it has any.
 */
export function createProbe(
  deps: Readonly<{
    net: Net;
    hear?: (heard: Heard) => void;
    resolveSrv?: ResolveSrv;
    proxies?: Pick<Proxies, 'choose'>;
  }>,
): RunProbe {
  const { net, hear, resolveSrv = systemResolveSrv } = deps;
  const federation = { net, resolveSrv, askTester: createAskTester({ net }) };
  return async (probe, signal) => {
    const seen = await run(federation, probe, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      return observationOf(error);
    });
    if (probe.type !== 'dns') return seen;
    hear?.(heardInNames(probe.server, seen.reason));
    return seen.verdict === 'up' ? seen : doubted(probe, seen, deps.proxies);
  };
}

function run(
  federation: FederationDeps,
  probe: PlainProbe,
  signal: AbortSignal,
): Promise<Observation> {
  const { net } = federation;
  switch (probe.type) {
    case 'http':
      return probeHttp(net, probe, signal);
    case 'tcp':
      return probeTcp(net, probe, signal);
    case 'dns':
      return probeDns(net, probe, signal);
    case 'tls':
      return probeTls(net, probe, signal);
    case 'federation':
      return probeFederation(federation, probe, signal);
  }
}
