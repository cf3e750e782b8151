import type { X509Certificate } from 'node:crypto';
import type { ConnectionOptions, SecureContext, TLSSocket } from 'node:tls';
import { createSecureContext } from 'node:tls';
import type { ChainEnd, Way } from '../../../shared/status/chain.ts';
import type { Certificate, Reason } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import {
  addedIssuers,
  endOf,
  issuerOf,
  isWeak,
  missingIssuer,
  readSent,
  trustedAuthorities,
  wayOf,
} from './chain.ts';
import { codeOf, NetError } from './error.ts';

/**
 * Which authorities to trust: `system` is Mozilla's list, which ships with Electron, and what somebody has added to this
 * machine's own; `any` is for documents that allow it. `unverified` accepts every certificate, even expired ones, and is
 * only for answers that prove nothing.
 */
export type Trust = 'system' | 'any' | 'unverified';

let sharedContext: SecureContext | undefined;

/**
 * TLS options of every connection. `readCertificate` verifies the chain after the handshake, so that the expiry date is
 * known even if the chain is not trusted. The context is shared because parsing the authorities is slow.
 */
export function tlsOptions(): ConnectionOptions {
  sharedContext ??= createSecureContext();
  return { secureContext: sharedContext, rejectUnauthorized: false };
}

/** Verification failed on one path, although another leads to a trusted authority, or to one of this machine. */
export class AlternatePathError extends NetError {
  /** Certificates on that path, as PEM. */
  readonly intermediates: readonly string[];

  constructor(why: Reason, intermediates: readonly string[]) {
    super(why);
    this.intermediates = intermediates;
  }
}

/**
 * TLS options for a second attempt that prefers the other path. Of two certificates of one authority, OpenSSL takes the
 * one that expires last, and Electron's BoringSSL the first, regardless of its issuer; browsers try both. Only paths to
 * a trusted authority are accepted, as always.
 */
export function tlsOptionsFor({ intermediates }: AlternatePathError): ConnectionOptions {
  const secureContext = createSecureContext({ ca: [...trustedAuthorities(), ...intermediates] });
  return { secureContext, rejectUnauthorized: false };
}

/** Reads the peer's certificate; throws NetError if `trust` does not accept it. */
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
  const issuer = issuerOf(own);
  if (trust === 'unverified') return { validToUtcMs, issuer, trusted: false };
  if (validToUtcMs <= nowUtcMs) {
    throw new NetError(reason('certificate-expired', { date: validToUtcMs }));
  }
  if (validFromUtcMs > nowUtcMs) {
    throw new NetError(reason('certificate-not-yet-valid', { date: validFromUtcMs }));
  }
  if (socket.authorized) {
    const chainEnd = earlierChainEnd(sent, validToUtcMs);
    return { validToUtcMs, issuer, trusted: true, ...(chainEnd ? { chainEnd } : {}) };
  }
  if (trust === 'any') return { validToUtcMs, issuer, trusted: false };
  throw refusal(socket, host, sent, nowUtcMs);
}

/** The chain's expiry, if it is before the server's own certificate's. */
function earlierChainEnd(
  sent: readonly X509Certificate[],
  validToUtcMs: number,
): ChainEnd | undefined {
  // Parsing the authorities is slow, and few chains need it.
  if (sent.every((one) => endOf(one).validToUtcMs >= validToUtcMs)) return undefined;
  const end = wayOf(sent)?.end;
  return end && end.validToUtcMs < validToUtcMs ? end : undefined;
}

/** OpenSSL's codes for a chain that does not reach a trusted authority. */
const incompleteCodes: readonly string[] = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
];
/** Codes after which another path may still succeed. */
const retryableCodes: readonly string[] = [
  ...incompleteCodes,
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
];

/** Why a certificate within its own validity period is refused. */
function refusal(
  socket: TLSSocket,
  host: string,
  sent: readonly X509Certificate[],
  nowUtcMs: number,
): NetError {
  // Node's types say Error, but chain errors are the bare code.
  const given: unknown = socket.authorizationError;
  const code = codeOf(given) || String(given);
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return new NetError(reason('certificate-wrong-host', { host }));
  }
  const way = wayOf(sent);
  const why = chainReason(code, sent, way, nowUtcMs);
  if (!retryableCodes.includes(code)) return new NetError(why);
  if (!way) {
    const added = addedIssuers(sent);
    return added.length > 0 ? new AlternatePathError(why, added) : new NetError(why);
  }
  if (way.end.validToUtcMs <= nowUtcMs) return new NetError(why);
  const intermediates = way.places.slice(1).map((place) => sent[place]);
  return new AlternatePathError(
    why,
    intermediates.flatMap((one) => one?.toString() ?? []),
  );
}

function chainReason(
  code: string,
  sent: readonly X509Certificate[],
  way: Way | undefined,
  nowUtcMs: number,
): Reason {
  const untrusted = reason('certificate-untrusted', { issuer: sent[0] ? issuerOf(sent[0]) : '?' });
  if (code === 'CERT_HAS_EXPIRED') {
    const ends = [...(way ? [way.end] : []), ...sent.map(endOf)];
    const ended = ends.find((one) => one.validToUtcMs <= nowUtcMs);
    if (!ended) return untrusted;
    return reason('certificate-chain-expired', { name: ended.name, date: ended.validToUtcMs });
  }
  if (code === 'CERT_NOT_YET_VALID') {
    const begins = sent.map((one) => Date.parse(one.validFrom));
    return reason('certificate-not-yet-valid', { date: Math.max(...begins) });
  }
  if (incompleteCodes.includes(code)) {
    const issuer = missingIssuer(sent);
    return issuer === undefined ? untrusted : reason('certificate-incomplete', { issuer });
  }
  if (!way) return untrusted;
  return reason(isWeak(sent) ? 'certificate-weak' : 'certificate-invalid');
}
