/** What a check that failed has seen. */
import type { Observation, ReasonCode } from '../../../../shared/observation/observation.ts';
import { reason } from '../../../../shared/observation/observation.ts';
import { NetError } from '../../../platform/net/error.ts';

/** Verdicts of failed connections that do not mean `down`. What a proxy refuses says nothing about the service. */
const verdicts: Readonly<Partial<Record<ReasonCode, Observation['verdict']>>> = {
  internal: 'unknown',
  'tls-client-certificate': 'no-access',
  'proxy-silent': 'unknown',
  'proxy-tls-failed': 'unknown',
  'proxy-certificate-dates': 'unknown',
  'proxy-login': 'unknown',
  'proxy-login-kind': 'unknown',
  'proxy-refuses': 'unknown',
  'proxy-gateway': 'unknown',
  'proxy-unusable': 'unknown',
};

export function observationOf(error: unknown): Observation {
  if (!(error instanceof NetError))
    return { verdict: 'unknown', reason: reason('internal'), timings: {} };
  const { silentAt } = error;
  return {
    verdict: verdicts[error.reason.code] ?? 'down',
    reason: error.reason,
    timings: {},
    ...(silentAt ? { silentAt } : {}),
  };
}
