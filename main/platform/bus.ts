/** What the app needs of the D-Bus session bus. `session-bus.ts` implements it and is loaded on first use. */

export type BusTarget = Readonly<{ name: string; path: string; iface: string }>;

/** Comes as the sender wrote it: validate `body` before use. */
export type BusSignal = Readonly<{ iface: string; member: string; body: readonly unknown[] }>;

type Call = (
  to: BusTarget,
  member: string,
  signature?: string,
  body?: readonly unknown[],
) => Promise<readonly unknown[]>;

export type SessionBus = Readonly<{
  /**
   * Calls a method; `signature` is the D-Bus signature of `body`. Rejects with an error reply, or when no reply comes
   * in time.
   */
  call: Call;
  /**
   * Without a time limit, for calls that must not be repeated: a peer that hangs still carries out the call once it
   * recovers. Rejects with an error reply, or when the connection ends.
   */
  callWithoutTimeout: Call;
  /** A D-Bus variant, such as the values of a hints dictionary. */
  variant: (signature: string, value: unknown) => unknown;
  /** Our own unique name. */
  name: string;
  close: () => void;
}>;

/** Passed in when connecting. */
export type BusListener = Readonly<{
  /** Match rules of the signals that reach `onSignal`. */
  rules: readonly string[];
  onSignal: (signal: BusSignal) => void;
  /** The connection is lost; no more signals arrive. */
  onEnd: () => void;
}>;

/** Rejects if there is no session bus. */
export type ConnectBus = (listener: BusListener) => Promise<SessionBus>;

export const busDaemon: BusTarget = {
  name: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  iface: 'org.freedesktop.DBus',
};
