/** Runs one check of a service; every failure becomes an observation with its reason. */
import type { Heard } from '../../../../shared/net/answers.ts';
import { heardInNames } from '../../../../shared/net/answers.ts';
import type { PlainProbe } from '../../../../shared/coop/probe.ts';
import type { Observation, ReasonCode } from '../../../../shared/observation/observation.ts';
import { reason } from '../../../../shared/observation/observation.ts';
import { NetError } from '../../../platform/net/error.ts';
import type { Net } from '../../../platform/net/index.ts';
import { probeDns } from './dns.ts';
import { createAskTester } from './federation-tester.ts';
import type { ResolveSrv } from './federation-way.ts';
import { systemResolveSrv } from './federation-way.ts';
import type { FederationDeps } from './federation.ts';
import { probeFederation } from './federation.ts';
import { probeHttp } from './http.ts';
import { probeTcp } from './tcp.ts';
import { probeTls } from './tls.ts';

/** Verdicts of failed connections that do not mean `down`. */
const verdicts: Readonly<Partial<Record<ReasonCode, Observation['verdict']>>> = {
  internal: 'unknown',
  'tls-client-certificate': 'no-access',
};

/** Rejects only with the signal's reason: an aborted check has no observation. */
export type RunProbe = (probe: PlainProbe, signal: AbortSignal) => Promise<Observation>;

/**
 * `hear` receives answers that do not come through `net`; omit it if only observations matter. `resolveSrv` replaces
 * the system's resolver in tests.
 */
export function createProbe(
  deps: Readonly<{ net: Net; hear?: (heard: Heard) => void; resolveSrv?: ResolveSrv }>,
): RunProbe {
  const { net, hear, resolveSrv = systemResolveSrv } = deps;
  const federation = { net, resolveSrv, askTester: createAskTester({ net }) };
  return async (probe, signal) => {
    const seen = await run(federation, probe, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      return observationOf(error);
    });
    if (probe.type === 'dns') hear?.(heardInNames(probe.server, seen.reason));
    return seen;
  };
}

function observationOf(error: unknown): Observation {
  if (error instanceof NetError) {
    const verdict = verdicts[error.reason.code] ?? 'down';
    const { silentAt } = error;
    return { verdict, reason: error.reason, timings: {}, ...(silentAt ? { silentAt } : {}) };
  }
  return { verdict: 'unknown', reason: reason('internal'), timings: {} };
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
