import type { TlsProbe } from '../../../../shared/coop/probe.ts';
import { judgeCertificate } from '../../../../shared/status/certificate.ts';
import type { Observation } from '../../../../shared/observation/observation.ts';
import type { Net } from '../../../platform/net/index.ts';

/** Judges only the certificate. Throws NetError if there is none, or it is not trusted. */
export async function probeTls(
  net: Net,
  probe: TlsProbe,
  signal: AbortSignal,
): Promise<Observation> {
  const { host, port, timeoutMs } = probe;
  const { trust, warnDays } = probe.certificate;
  const { timings, certificate, proxy } = await net.connect({
    host,
    port,
    trust,
    signal,
    phaseMs: timeoutMs,
  });
  const seen = { timings, ...(proxy ? { proxy } : {}) };
  if (!certificate) return { verdict: 'up', ...seen };
  const judged = judgeCertificate(certificate, warnDays, Date.now()) ?? { verdict: 'up' as const };
  return { ...judged, ...seen, certificate };
}
