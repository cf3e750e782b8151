import type { Socket } from 'node:net';
import { isIP } from 'node:net';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { connect as tlsConnect } from 'node:tls';
import { placeKey } from '../../../shared/net/answers.ts';
import type { Certificate } from '../../../shared/observation/observation.ts';
import type { Lookup } from './addresses.ts';
import { refuseForbiddenLiteral } from './addresses.ts';
import { connectToAny, findAddresses } from './connect.ts';
import { toNetError, withPlace } from './error.ts';
import type { PhaseClock } from './phases.ts';
import { createPhaseClock } from './phases.ts';
import type { Trust } from './tls.ts';
import { AlternatePathError, readCertificate, tlsOptions, tlsOptionsFor } from './tls.ts';

export type Dial = Readonly<{
  /** A name or a bare address. */
  host: string;
  /** Host to connect to instead of `host`, which stays the certificate's. */
  at?: string;
  port: number;
  /** Undefined for plain TCP. */
  trust: Trust | undefined;
  /** Address literals that the document itself names. */
  namedHosts: readonly string[];
  signal: AbortSignal;
  /** Limit of each phase in ms. */
  phaseMs: number;
}>;

export type Line = Readonly<{
  socket: Socket;
  certificate?: Certificate;
  /** Keeps timing what is done over the socket. */
  clock: PhaseClock;
  /** Replaces the error listener: for socket errors, phase timeouts and aborts. */
  onFault: (listener: (error: unknown) => void) => void;
  /** Closes the socket and stops timers; idempotent. */
  hangUp: () => void;
}>;

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
    const { host, at = host, port, trust, signal, phaseMs } = target;
    refuseForbiddenLiteral(at, target.namedHosts);
    let onError: (error: unknown) => void = reject;
    let isOver = false;
    let end = () => {};
    let moreTelling = (error: unknown) => error;

    const hangUp = () => {
      isOver = true;
      clock.stop();
      signal.removeEventListener('abort', fault);
      end();
    };
    const fault = (error: unknown) => {
      hangUp();
      onError(
        signal.aborted
          ? signal.reason
          : withPlace(toNetError(error, at), placeKey({ host: at, port })),
      );
    };
    const clock = createPhaseClock(phaseMs, (late) => fault(moreTelling(late)));
    signal.addEventListener('abort', fault, { once: true });

    const finish = (socket: Socket) => {
      clock.stop();
      try {
        const certificate = trust && readCertificate(socket as TLSSocket, host, trust);
        const onFault = (listener: typeof onError) => (onError = listener);
        resolve({ socket, clock, hangUp, onFault, ...(certificate ? { certificate } : {}) });
      } catch (error) {
        fault(error);
      }
    };
    const connected = (socket: Socket, sinceMs: number) => {
      clock.countFrom(sinceMs);
      end = () => socket.destroy();
      moreTelling = (error) => error;
      socket.on('error', fault);
      if (!trust) return finish(socket);
      clock.enter('tls');
      // SNI names the certificate's host, and must not be an address (RFC 6066).
      const name = isIP(host) ? {} : { servername: host };
      const secure = tlsConnect({ socket, host, ...options(), ...name });
      end = () => {
        secure.destroy();
        socket.destroy();
      };
      secure.on('error', fault);
      secure.once('secureConnect', () => finish(secure));
    };
    clock.enter(isIP(at) ? 'connect' : 'dns');
    findAddresses(at, lookup, (error, addresses) => {
      if (isOver) return;
      if (error) return fault(error);
      clock.enter('connect');
      try {
        const to = { addresses, port, limitMs: phaseMs };
        const connecting = connectToAny(to, { connected, failed: fault });
        end = connecting.stop;
        moreTelling = connecting.mostTelling;
      } catch (invalidPort) {
        // The caller passed an invalid port: not the server's fault.
        hangUp();
        reject(invalidPort instanceof Error ? invalidPort : new Error(String(invalidPort)));
      }
    });
  });
}
