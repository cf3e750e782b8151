import type { Socket } from 'node:net';
import { isIP } from 'node:net';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { connect as tlsConnect } from 'node:tls';
import { asError } from '../as-error.ts';
import type { Lookup } from './addresses.ts';
import { refuseForbiddenLiteral } from './addresses.ts';
import { startApproach } from './approach.ts';
import type { Dial, Line } from './line.ts';
import { createPhaseClock } from './phases.ts';
import { AlternatePathError, readCertificate, tlsOptions, tlsOptionsFor } from './tls.ts';

/**
 * Opens a connection and checks its certificate before anything is sent. Throws NetError, or the signal's reason if
 * aborted.
 */
export async function dial(target: Dial, lookup: Lookup): Promise<Line> {
  try {
    return await open(target, lookup, tlsOptions);
  } catch (error) {
    if (!(error instanceof AlternatePathError)) throw error;
    return open(target, lookup, () => tlsOptionsFor(error));
  }
}

function open(target: Dial, lookup: Lookup, options: () => ConnectionOptions): Promise<Line> {
  return new Promise((resolve, reject) => {
    target.signal.throwIfAborted();
    const { host, at = host, trust, signal, phaseMs, through } = target;
    refuseForbiddenLiteral(at, target.namedHosts);
    let onError: (error: unknown) => void = reject;
    let secure: TLSSocket | undefined;

    const hangUp = () => {
      clock.stop();
      signal.removeEventListener('abort', fault);
      secure?.destroy();
      approach.end();
    };
    const fault = (error: unknown) => {
      hangUp();
      onError(signal.aborted ? signal.reason : approach.explain(error));
    };
    const clock = createPhaseClock(phaseMs, (late) => fault(approach.mostTelling(late)));
    signal.addEventListener('abort', fault, { once: true });

    const finish = (socket: Socket) => {
      clock.stop();
      try {
        const certificate = trust && readCertificate(socket as TLSSocket, host, trust);
        const onFault = (listener: typeof onError) => (onError = listener);
        const more = { ...(certificate ? { certificate } : {}), ...(through ? { through } : {}) };
        resolve({ socket, clock, hangUp, onFault, ...more });
      } catch (error) {
        fault(error);
      }
    };
    const reached = (socket: Socket) => {
      if (!trust) return finish(socket);
      clock.enter('tls');
      // SNI names the certificate's host, and must not be an address (RFC 6066).
      const name = isIP(host) ? {} : { servername: host };
      const own = tlsConnect({ socket, host, ...options(), ...name });
      secure = own;
      own.on('error', fault);
      own.once('secureConnect', () => finish(own));
    };
    const broken = (error: unknown) => {
      hangUp();
      reject(asError(error));
    };
    const approach = startApproach(
      { target, lookup, clock, options },
      { reached, failed: fault, broken },
    );
  });
}
