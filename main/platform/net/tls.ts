import type { X509Certificate } from 'node:crypto';
import type { ConnectionOptions, SecureContext, TLSSocket } from 'node:tls';
import { createSecureContext } from 'node:tls';
import type { ChainEnd, Way } from '../../../shared/status/chain.ts';
import type { Certificate, Reason } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import {
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
 * Which authorities are believed: Mozilla's list, which comes with Electron, or any because the document says so.
 * `unverified` takes whatever certificate there is, ended ones too: for a question whose answer proves nothing.
 */
export type Trust = 'system' | 'any' | 'unverified';

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

/** The chain was judged by a certificate that has ended, although another way leads to a trusted authority. */
export class OverlookedWay extends NetError {
  /** What stands on that way between the server's certificate and the authority, as PEM. */
  readonly between: readonly string[];

  constructor(why: Reason, between: readonly string[]) {
    super(why);
    this.between = between;
  }
}

/**
 * TLS options that make the way be looked at. Of two certificates of one authority OpenSSL takes the one that ends last,
 * and Electron's BoringSSL the first, whatever stands above it; browsers try both. Only what leads to a trusted
 * authority is believed, as ever.
 */
export function tlsOptionsFor({ between }: OverlookedWay): ConnectionOptions {
  const secureContext = createSecureContext({ ca: [...trustedAuthorities(), ...between] });
  return { secureContext, rejectUnauthorized: false };
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
  const issuer = issuerOf(own);
  if (trust === 'unverified') return { validToUtcMs, issuer, trusted: false };
  if (validToUtcMs <= nowUtcMs) {
    throw new NetError(reason('certificate-expired', { date: validToUtcMs }));
  }
  if (validFromUtcMs > nowUtcMs) {
    throw new NetError(reason('certificate-not-yet-valid', { date: validFromUtcMs }));
  }
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
  const end = wayOf(sent)?.end;
  return end && end.validToUtcMs < validToUtcMs ? end : undefined;
}

/** Codes of OpenSSL: no way leads from what the server sent to an authority that is trusted. */
const incomplete: readonly string[] = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
];
/** Codes of a way that came to nothing, where another may be left. */
const overlooking: readonly string[] = [
  ...incomplete,
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
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
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return new NetError(reason('certificate-wrong-host', { host }));
  }
  const way = wayOf(sent);
  const why = chainReason(code, sent, way, nowUtcMs);
  const holds = way !== undefined && way.end.validToUtcMs > nowUtcMs;
  if (!holds || !overlooking.includes(code)) return new NetError(why);
  const between = way.places.slice(1).map((place) => sent[place]);
  return new OverlookedWay(
    why,
    between.flatMap((one) => one?.toString() ?? []),
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
  if (incomplete.includes(code)) {
    const issuer = missingIssuer(sent);
    return issuer === undefined ? untrusted : reason('certificate-incomplete', { issuer });
  }
  if (!way) return untrusted;
  return reason(isWeak(sent) ? 'certificate-weak' : 'certificate-invalid');
}
