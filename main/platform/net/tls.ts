import type { X509Certificate } from 'node:crypto';
import type { ConnectionOptions, SecureContext, TLSSocket } from 'node:tls';
import { createSecureContext } from 'node:tls';
import type { ChainEnd } from '../../../shared/status/chain.ts';
import type { Certificate, Reason } from '../../../shared/status/observation.ts';
import { reason } from '../../../shared/status/observation.ts';
import { endOf, endOfSent, issuerOf, isWeak, missingIssuer, readSent } from './chain.ts';
import { codeOf, NetError } from './error.ts';

/** Which authorities are believed: Mozilla's list, which comes with Electron, or any because the document says so. */
export type Trust = 'system' | 'any';

let shared: SecureContext | undefined;

/**
 * TLS options of every connection. The chain is checked after the handshake by `readCertificate`, so that the end of
 * validity can be told even where the chain is not trusted. Parsing the authorities takes long, hence one context
 * for all.
 */
export function tlsOptions(): ConnectionOptions {
  shared ??= createSecureContext();
  return { secureContext: shared, rejectUnauthorized: false };
}

/** Reads the peer's certificate; throws NetError when the rule does not allow it. */
export function readCertificate(socket: TLSSocket, host: string, trust: Trust): Certificate {
  const sent = readSent(socket);
  const [own] = sent;
  if (!own) throw new NetError(reason('tls-failed'));
  const nowUtcMs = Date.now();
  const { validToUtcMs } = endOf(own);
  const validFromUtcMs = Date.parse(own.validFrom);
  if (Number.isNaN(validToUtcMs) || Number.isNaN(validFromUtcMs)) {
    throw new NetError(reason('certificate-invalid'));
  }
  if (validToUtcMs <= nowUtcMs) {
    throw new NetError(reason('certificate-expired', { date: validToUtcMs }));
  }
  if (validFromUtcMs > nowUtcMs) {
    throw new NetError(reason('certificate-not-yet-valid', { date: validFromUtcMs }));
  }
  const issuer = issuerOf(own);
  if (socket.authorized) {
    const chainEnd = soonerEnd(sent, validToUtcMs);
    return { validToUtcMs, issuer, trusted: true, ...(chainEnd ? { chainEnd } : {}) };
  }
  if (trust === 'any') return { validToUtcMs, issuer, trusted: false };
  throw refusal(socket, host, sent, nowUtcMs);
}

/** The end of the chain where that comes before the end of the server's own certificate. */
function soonerEnd(sent: readonly X509Certificate[], validToUtcMs: number): ChainEnd | undefined {
  // Reading the authorities takes long, and few chains give a reason to.
  if (sent.every((one) => endOf(one).validToUtcMs >= validToUtcMs)) return undefined;
  const end = endOfSent(sent);
  return end && end.validToUtcMs < validToUtcMs ? end : undefined;
}

/** Codes of OpenSSL: no way leads from what the server sent to an authority that is trusted. */
const incomplete: readonly string[] = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
];

/** Why a certificate whose own time is well is refused. */
function refusal(
  socket: TLSSocket,
  host: string,
  sent: readonly X509Certificate[],
  nowUtcMs: number,
): NetError {
  // Node types `authorizationError` as an Error, but for a chain it is the bare code.
  const given: unknown = socket.authorizationError;
  const code = codeOf(given) || String(given);
  const cause = given instanceof Error ? given : new Error(code);
  return new NetError(refusalReason(code, host, sent, nowUtcMs), cause);
}

function refusalReason(
  code: string,
  host: string,
  sent: readonly X509Certificate[],
  nowUtcMs: number,
): Reason {
  const untrusted = reason('certificate-untrusted', { issuer: sent[0] ? issuerOf(sent[0]) : '?' });
  const ends = sent.map(endOf).filter((one) => one.validToUtcMs <= nowUtcMs);
  const end = endOfSent(sent);
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return reason('certificate-wrong-host', { host });
  if (code === 'CERT_HAS_EXPIRED') {
    const { name, validToUtcMs } = end && end.validToUtcMs <= nowUtcMs ? end : (ends[0] ?? {});
    if (name === undefined || validToUtcMs === undefined) return untrusted;
    return reason('certificate-chain-expired', { name, date: validToUtcMs });
  }
  if (code === 'CERT_NOT_YET_VALID') {
    const begins = sent.map((one) => Date.parse(one.validFrom));
    return reason('certificate-not-yet-valid', { date: Math.max(...begins) });
  }
  if (incomplete.includes(code)) {
    const issuer = missingIssuer(sent);
    return issuer === undefined ? untrusted : reason('certificate-incomplete', { issuer });
  }
  if (!end) return untrusted;
  return reason(isWeak(sent) ? 'certificate-weak' : 'certificate-invalid');
}
