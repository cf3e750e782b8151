/** A connection: what is wanted of it, and what it is once it is open. */
import type { Socket } from 'node:net';
import type { Login, Proxy } from '../../../shared/net/proxy.ts';
import type { Certificate } from '../../../shared/observation/observation.ts';
import type { PhaseClock } from './phases.ts';
import type { Trust } from './tls.ts';

/** A proxy on the way to a server. */
export type Through = Readonly<{
  proxy: Proxy;
  /** What to sign in with, if it asks. */
  login: Login | undefined;
  /** It is given whole requests instead of a tunnel: plain HTTP through an HTTP proxy. */
  forwards: boolean;
}>;

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
  /** The proxy to connect to instead, which resolves the name. */
  through?: Through;
}>;

export type Line = Readonly<{
  socket: Socket;
  certificate?: Certificate;
  through?: Through;
  /** Keeps timing what is done over the socket. */
  clock: PhaseClock;
  /** Replaces the error listener: for socket errors, phase timeouts and aborts. */
  onFault: (listener: (error: unknown) => void) => void;
  /** Closes the socket and stops timers; idempotent. */
  hangUp: () => void;
}>;
