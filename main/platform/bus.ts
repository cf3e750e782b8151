/** What the app asks of the desktop's session bus (D-Bus). The connection itself is read when it is wanted. */

export type BusTarget = Readonly<{ name: string; path: string; face: string }>;

export type SessionBus = Readonly<{
  /**
   * Calls a method; the arguments are given with their D-Bus signature. Rejects with what the other side answers, and
   * where it has not answered in time.
   */
  call: (
    to: BusTarget,
    member: string,
    signature?: string,
    body?: readonly unknown[],
  ) => Promise<readonly unknown[]>;
  /** Our own unique name. */
  name: string;
  close: () => void;
}>;

export const busDaemon: BusTarget = {
  name: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  face: 'org.freedesktop.DBus',
};
