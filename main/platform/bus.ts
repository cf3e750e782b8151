/** What the app asks of the desktop's session bus (D-Bus). The connection itself is read when it is wanted. */

export type BusTarget = Readonly<{ name: string; path: string; face: string }>;

/** As its sender has it: whoever reads the body checks it. */
export type BusSignal = Readonly<{ face: string; member: string; body: readonly unknown[] }>;

type Ask = (
  to: BusTarget,
  member: string,
  signature?: string,
  body?: readonly unknown[],
) => Promise<readonly unknown[]>;

export type SessionBus = Readonly<{
  /**
   * Calls a method; the arguments are given with their D-Bus signature. Rejects with what the other side answers, and
   * where it has not answered in time.
   */
  call: Ask;
  /**
   * For what must not be done twice: waits for an answer as long as it takes, because whoever hangs still does what they
   * were asked once they go on. Rejects with what the other side answers, and when the connection has ended.
   */
  callPatiently: Ask;
  /** A value that carries its own signature, as a dictionary of hints wants it. */
  variant: (signature: string, value: unknown) => unknown;
  /** Our own unique name. */
  name: string;
  close: () => void;
}>;

/** What a connection is told when it is made. */
export type BusListener = Readonly<{
  /** What is passed on to `onSignal`, as match rules. */
  rules: readonly string[];
  onSignal: (signal: BusSignal) => void;
  /** The connection is gone; nothing is heard of it any more. */
  onEnd: () => void;
}>;

/** Rejects where there is no session bus. */
export type ConnectBus = (listener: BusListener) => Promise<SessionBus>;

export const busDaemon: BusTarget = {
  name: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  face: 'org.freedesktop.DBus',
};
