import type { Socket } from 'node:net';
import { connect as tcpConnect, isIP } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { connect as tlsConnect } from 'node:tls';
import type { Certificate } from '../../../shared/status/observation.ts';
import type { Lookup } from './addresses.ts';
import { refuseForbiddenLiteral } from './addresses.ts';
import { toNetError } from './error.ts';
import type { PhaseClock } from './phases.ts';
import { createPhaseClock } from './phases.ts';
import type { Trust } from './tls.ts';
import { readCertificate, tlsOptions } from './tls.ts';

export type Dial = Readonly<{
  /** A name or a bare address. */
  host: string;
  /** The machine to connect to when it is another than `host`, which the certificate is for. */
  at?: string;
  port: number;
  /** Undefined for plain TCP. */
  trust: Trust | undefined;
  /** Literal addresses that the document itself names. */
  namedHosts: readonly string[];
  signal: AbortSignal;
  /** Limit of each phase in ms. */
  phaseMs: number;
}>;

export type Line = Readonly<{
  socket: Socket;
  certificate?: Certificate;
  /** Goes on timing whatever is done over the socket. */
  clock: PhaseClock;
  /** Makes `listener` the one that hears of faults: of the socket, of a phase's limit, of an abort. */
  onFault: (listener: (error: unknown) => void) => void;
  /** Ends socket and timers; safe to call twice. */
  hangUp: () => void;
}>;

/**
 * Opens a connection whose certificate has been checked, so that nothing is said to a stranger. Throws NetError, or
 * the signal's reason when aborted.
 */
export function dial(target: Dial, lookup: Lookup): Promise<Line> {
  return new Promise((resolve, reject) => {
    target.signal.throwIfAborted();
    const { host, at = host, trust, signal } = target;
    refuseForbiddenLiteral(at, target.namedHosts);
    let heard: (error: unknown) => void = reject;

    const hangUp = () => {
      clock.stop();
      signal.removeEventListener('abort', fault);
      socket.destroy();
    };
    const fault = (error: unknown) => {
      hangUp();
      heard(signal.aborted ? signal.reason : toNetError(error, at));
    };
    // Before the clock: it may throw, and a clock that goes on would end a socket that never was.
    const socket = open(target, lookup);
    const clock = createPhaseClock(target.phaseMs, fault);
    clock.enter(isIP(at) ? 'connect' : 'dns');

    signal.addEventListener('abort', fault, { once: true });
    socket.on('error', fault);
    socket.once('lookup', () => clock.enter('connect'));
    if (trust) socket.once('connect', () => clock.enter('tls'));
    socket.once(trust ? 'secureConnect' : 'connect', () => {
      clock.stop();
      try {
        const certificate = trust && readCertificate(socket as TLSSocket, host, trust);
        const onFault = (listener: typeof heard) => (heard = listener);
        resolve({ socket, clock, hangUp, onFault, ...(certificate ? { certificate } : {}) });
      } catch (error) {
        fault(error);
      }
    });
  });
}

function open({ host, at = host, port, trust }: Dial, lookup: Lookup): Socket {
  // Node types a custom lookup for one result only, but asks for all of them when it tries both IP versions.
  const to = { host: at, port, lookup: lookup as never };
  if (!trust) return tcpConnect(to);
  // A server name must not be an address (RFC 6066).
  return tlsConnect({ ...to, ...tlsOptions(), ...(isIP(host) ? {} : { servername: host }) });
}
