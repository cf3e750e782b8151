import type { Phase, Reason } from '../../../shared/status/observation.ts';
import { reason } from '../../../shared/status/observation.ts';

/** A request or connection that failed, with the reason a member can be told. */
export class NetError extends Error {
  readonly reason: Reason;

  constructor(why: Reason, cause?: unknown) {
    super(why.code, { cause });
    this.name = 'NetError';
    this.reason = why;
  }
}

export function timedOut(phase: Phase, limitMs: number): NetError {
  return new NetError(reason('timeout', { phase, seconds: Math.ceil(limitMs / 100) / 10 }));
}

/** As long as browsers take, in bytes. */
export const headLimitBytes = 256 * 1024;

export function headersTooLarge(cause?: unknown): NetError {
  return new NetError(
    reason('headers-too-large', { limit: `${headLimitBytes / 1024} KiB` }),
    cause,
  );
}

const byCode: Readonly<Record<string, Reason>> = {
  ECONNREFUSED: reason('refused'),
  ECONNRESET: reason('reset'),
  EPIPE: reason('reset'),
  EHOSTUNREACH: reason('unreachable'),
  ENETUNREACH: reason('unreachable'),
  ENETDOWN: reason('unreachable'),
  EADDRNOTAVAIL: reason('unreachable'),
  ETIMEDOUT: reason('unreachable'),
};

const untrusted = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_UNTRUSTED',
  'CERT_REVOKED',
  'INVALID_CA',
]);

/** Translates an error of Node's net, tls, dns or http module; `host` is the name that was asked for. */
export function toNetError(error: unknown, host: string): NetError {
  if (error instanceof NetError) return error;
  const code = codeOf(error);
  const known = byCode[code];
  if (known) return new NetError(known, error);
  if (code === 'ENOTFOUND') return new NetError(reason('dns-not-found', { host }), error);
  if (code === 'EAI_AGAIN' || code.startsWith('EAI_')) {
    return new NetError(reason('dns-failed', { host }), error);
  }
  if (code === 'HPE_HEADER_OVERFLOW') return headersTooLarge(error);
  if (code.startsWith('HPE_')) return new NetError(reason('protocol'), error);
  if (code === 'CERT_HAS_EXPIRED') return new NetError(reason('certificate-expired'), error);
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return new NetError(reason('certificate-wrong-host', { host }), error);
  }
  if (untrusted.has(code))
    return new NetError(reason('certificate-untrusted', { issuer: '?' }), error);
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO')
    return new NetError(reason('tls-failed'), error);
  return new NetError(reason('reset'), error);
}

/** Happy eyeballs wraps the errors of all addresses; the first tells as much as any. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (error instanceof Error && 'code' in error) return String(error.code);
  return '';
}
