/** What a certificate's expiry means for a service. Pure. */
import { dayMs } from '../time/calendar.ts';
import type { Certificate, Observation } from '../observation/observation.ts';
import { reason } from '../observation/observation.ts';

/**
 * Degraded from the first of `warnDays` before expiry. The reason's `band` is the smallest threshold reached, so that
 * each one is notified once. The earliest expiry counts, of the certificate or of one that it depends on. Undefined if
 * there is nothing to report. An expired certificate never gets here: the connection is refused.
 */
export function judgeCertificate(
  certificate: Certificate,
  warnDays: readonly number[],
  nowUtcMs: number,
): Pick<Observation, 'verdict' | 'reason'> | undefined {
  const { chainEnd } = certificate;
  const endUtcMs = chainEnd?.validToUtcMs ?? certificate.validToUtcMs;
  const days = Math.floor((endUtcMs - nowUtcMs) / dayMs);
  const band = warnDays.filter((limit) => days <= limit).toSorted((a, b) => a - b)[0];
  if (band === undefined) return undefined;
  const why = chainEnd
    ? reason('certificate-chain-expiring', { name: chainEnd.name, days, band })
    : reason('certificate-expiring', { days, band });
  return { verdict: 'degraded', reason: why };
}
