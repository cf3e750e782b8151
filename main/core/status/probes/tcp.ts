import type { TcpProbe } from '../../../../shared/coop/probe.ts';
import type { Observation } from '../../../../shared/observation/observation.ts';
import type { Net } from '../../../platform/net/index.ts';

/** Up if the port accepts a connection. Throws NetError otherwise. */
export async function probeTcp(
  net: Net,
  probe: TcpProbe,
  signal: AbortSignal,
): Promise<Observation> {
  const { host, port, timeoutMs } = probe;
  const { timings, proxy } = await net.connect({ host, port, signal, phaseMs: timeoutMs });
  return { verdict: 'up', timings, ...(proxy ? { proxy } : {}) };
}
