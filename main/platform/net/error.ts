import type { Phase, Reason } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';

/** A failed request or connection, with a reason that can be shown to a member. */
export class NetError extends Error {
  readonly reason: Reason;
  /** The `host:port` that accepted no connection in time. */
  readonly silentAt: string | undefined;

  constructor(why: Reason, cause?: unknown, silentAt?: string) {
    super(why.code, { cause });
    this.name = 'NetError';
    this.reason = why;
    this.silentAt = silentAt;
  }
}

/** Adds `silentAt` if the host could not be reached in time. */
export function withPlace(error: NetError, place: string): NetError {
  const { code, params } = error.reason;
  const isSilence =
    code === 'timeout' && (params['phase'] === 'dns' || params['phase'] === 'connect');
  return isSilence ? new NetError(error.reason, error, place) : error;
}

export function timedOut(phase: Phase, limitMs: number): NetError {
  return new NetError(reason('timeout', { phase, seconds: Math.ceil(limitMs / 100) / 10 }));
}

/** Browsers' limit for a response head. */
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
  ECONNABORTED: reason('reset'),
  EPIPE: reason('reset'),
  EHOSTUNREACH: reason('unreachable'),
  ENETUNREACH: reason('unreachable'),
  ENETDOWN: reason('unreachable'),
  EADDRNOTAVAIL: reason('unreachable'),
  ETIMEDOUT: reason('unreachable'),
  EHOSTDOWN: reason('unreachable'),
  EAFNOSUPPORT: reason('unreachable'),
  // This machine's own firewall, or an address family that it lacks.
  EACCES: reason('unreachable'),
  EPERM: reason('unreachable'),
  EINVAL: reason('unreachable'),
  // This machine is out of resources, which says nothing about the server.
  EMFILE: reason('internal'),
  ENFILE: reason('internal'),
  ENOBUFS: reason('internal'),
  ENOMEM: reason('internal'),
};

/** Error codes of OpenSSL and Electron's BoringSSL for a server that only offers obsolete TLS end like this. */
const tooOld = /_(?:ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|DH_KEY_TOO_SMALL|DH_P_LENGTH)$/;
/** The server sent an authority's certificate as its own, at which BoringSSL aborts the handshake. */
const notForServers = /_KEY_USAGE_BIT_INCORRECT$/;
/**
 * The server has no certificate for the name it was asked for, and says so instead of sending another one. Node names
 * the alert without “ALERT”, BoringSSL with it.
 */
const unknownName = /_UNRECOGNIZED_NAME$/;
const asksForCertificate = /_ALERT_CERTIFICATE_REQUIRED$/;

/** Translates errors of Node's net, tls, dns and http modules; `host` is the requested name. */
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
  if (tooOld.test(code)) return new NetError(reason('tls-too-old'), error);
  if (unknownName.test(code)) return new NetError(reason('tls-unknown-name', { host }), error);
  if (notForServers.test(code)) return new NetError(reason('certificate-invalid'), error);
  if (asksForCertificate.test(code)) return new NetError(reason('tls-client-certificate'), error);
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO')
    return new NetError(reason('tls-failed'), error);
  return new NetError(reason('reset'), error);
}

/** The error's code, from Node or NetError; empty if it has none. */
export function codeOf(error: unknown): string {
  if (error instanceof NetError) return error.reason.code;
  if (error instanceof Error && 'code' in error) return String(error.code);
  return '';
}
