/** What a certificate's end of validity means for a service. Pure. */
import type { Certificate, Observation } from './observation.ts';
import { reason } from './observation.ts';

const dayMs = 86_400_000;

/**
 * Degraded from the first of `warnDays` before the end; the reason's `band` is the smallest threshold reached, so
 * that each step is told once. Undefined when there is nothing to say. An ended certificate never gets here: the
 * connection refuses it.
 */
export function judgeCertificate(
  certificate: Certificate,
  warnDays: readonly number[],
  nowUtcMs: number,
): Pick<Observation, 'verdict' | 'reason'> | undefined {
  const days = Math.floor((certificate.validToUtcMs - nowUtcMs) / dayMs);
  const band = warnDays.filter((limit) => days <= limit).toSorted((a, b) => a - b)[0];
  if (band === undefined) return undefined;
  return { verdict: 'degraded', reason: reason('certificate-expiring', { days, band }) };
}
