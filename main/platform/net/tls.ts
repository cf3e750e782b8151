import type { ConnectionOptions, SecureContext, TLSSocket } from 'node:tls';
import { createSecureContext } from 'node:tls';
import { isClockDependent } from '../../../shared/answers.ts';
import type { Certificate } from '../../../shared/status/observation.ts';
import { reason } from '../../../shared/status/observation.ts';
import { quote } from '../../../shared/status/quote.ts';
import { NetError, toNetError } from './error.ts';

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

/** Reads the peer's certificate; throws NetError when the rule does not allow it. */
export function readCertificate(socket: TLSSocket, host: string, trust: Trust): Certificate {
  const peer = socket.getPeerCertificate();
  const issuer = quote(String(peer.issuer?.O ?? peer.issuer?.CN ?? '?'));
  const validToUtcMs = Date.parse(peer.valid_to);
  if (Number.isNaN(validToUtcMs)) throw new NetError(reason('tls-failed'));
  if (trust === 'unverified') return { validToUtcMs, issuer, trusted: false };
  if (validToUtcMs <= Date.now()) {
    throw new NetError(reason('certificate-expired', { date: validToUtcMs }));
  }
  if (!socket.authorized && trust === 'system') throw refusal(socket, host, issuer);
  return { validToUtcMs, issuer, trusted: socket.authorized };
}

/** Node types `authorizationError` as an Error, but for a chain it is the bare code. */
function refusal(socket: TLSSocket, host: string, issuer: string): NetError {
  const given: unknown = socket.authorizationError;
  const error =
    given instanceof Error ? given : Object.assign(new Error('tls'), { code: String(given) });
  const known = toNetError(error, host);
  if (isClockDependent(known.reason.code) || known.reason.code === 'certificate-wrong-host')
    return known;
  return new NetError(reason('certificate-untrusted', { issuer }), error);
}
