/** How long before its end a certificate is reported, and which one of a chain ends first. */
import { describe, expect, test } from 'vitest';
import { judgeCertificate } from '../../../shared/status/certificate.ts';

describe('a certificate', () => {
  const dayMs = 86_400_000;
  test.each([
    [30, undefined],
    [22, undefined],
    [21, 21],
    [15, 21],
    [14, 14],
    [8, 14],
    [7, 7],
    [0, 7],
  ])('with %i days left is in band %s', (days, band) => {
    const certificate = { validToUtcMs: days * dayMs, issuer: 'x', trusted: true };
    const judged = judgeCertificate(certificate, [21, 14, 7], 0);
    expect(judged?.reason?.params['band']).toBe(band);
    expect(judged?.verdict).toBe(band === undefined ? undefined : 'degraded');
  });

  test.each([
    [90, 5, 'certificate-chain-expiring', { name: 'Middle', days: 5, band: 7 }],
    [10, 5, 'certificate-chain-expiring', { name: 'Middle', days: 5, band: 7 }],
    [90, undefined, undefined, undefined],
  ])('with %i days left that depends on one with %s', (days, chainDays, code, params) => {
    const chainEnd = chainDays && { name: 'Middle', validToUtcMs: chainDays * dayMs };
    const certificate = {
      validToUtcMs: days * dayMs,
      issuer: 'Middle',
      trusted: true,
      ...(chainEnd ? { chainEnd } : {}),
    };
    const judged = judgeCertificate(certificate, [21, 14, 7], 0);
    expect([judged?.reason?.code, judged?.reason?.params]).toEqual([code, params]);
  });
});
