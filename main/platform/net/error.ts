import type { Phase, Reason } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';

/** A request or connection that failed, with the reason a member can be told. */
export class NetError extends Error {
  readonly reason: Reason;
  /** The place, as `host:port`, that took no connection in all the time it had. */
  readonly silentAt: string | undefined;

  constructor(why: Reason, cause?: unknown, silentAt?: string) {
    super(why.code, { cause });
    this.name = 'NetError';
    this.reason = why;
    this.silentAt = silentAt;
  }
}

/** The same error, and where nobody answered if it is that. */
export function withPlace(error: NetError, place: string): NetError {
  const { code, params } = error.reason;
  const isSilence =
    code === 'timeout' && (params['phase'] === 'dns' || params['phase'] === 'connect');
  return isSilence ? new NetError(error.reason, error, place) : error;
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
  ECONNABORTED: reason('reset'),
  EPIPE: reason('reset'),
  EHOSTUNREACH: reason('unreachable'),
  ENETUNREACH: reason('unreachable'),
  ENETDOWN: reason('unreachable'),
  EADDRNOTAVAIL: reason('unreachable'),
  ETIMEDOUT: reason('unreachable'),
  EHOSTDOWN: reason('unreachable'),
  EAFNOSUPPORT: reason('unreachable'),
  // A rule of this machine's own firewall, or a family of addresses that it has not.
  EACCES: reason('unreachable'),
  EPERM: reason('unreachable'),
  EINVAL: reason('unreachable'),
  // This machine has no more to give: that tells nothing of the server.
  EMFILE: reason('internal'),
  ENFILE: reason('internal'),
  ENOBUFS: reason('internal'),
  ENOMEM: reason('internal'),
};

/** What OpenSSL, or Electron's BoringSSL, calls a server that offers nothing we take, by the end of its code. */
const tooOld = /_(?:ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|DH_KEY_TOO_SMALL|DH_P_LENGTH)$/;
/** The certificate of an authority in the place of a server's: BoringSSL ends the handshake at that. */
const notForServers = /_KEY_USAGE_BIT_INCORRECT$/;
const asksForCertificate = /_ALERT_CERTIFICATE_REQUIRED$/;

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
  if (tooOld.test(code)) return new NetError(reason('tls-too-old'), error);
  if (notForServers.test(code)) return new NetError(reason('certificate-invalid'), error);
  if (asksForCertificate.test(code)) return new NetError(reason('tls-client-certificate'), error);
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO')
    return new NetError(reason('tls-failed'), error);
  return new NetError(reason('reset'), error);
}

/** The code that Node or we gave an error; empty when it has none. */
export function codeOf(error: unknown): string {
  if (error instanceof NetError) return error.reason.code;
  if (error instanceof Error && 'code' in error) return String(error.code);
  return '';
}
