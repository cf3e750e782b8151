/** Servers on loopback that may be down for a while and keep their port meanwhile. */
import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { connect, createServer } from 'node:net';

const host = '127.0.0.1';

export type OnLoopback = Readonly<{
  port: number;
  /** For good. */
  stop: () => Promise<void>;
  /** Refuses connections; the port is given to nobody else. */
  pause: () => Promise<void>;
  /** After a stop or a pause, on the same port. */
  start: () => Promise<void>;
}>;

/** `hangUp` ends the open connections. Port 0 is a free one. */
export async function onLoopback<S extends Server>(
  wanted: number,
  make: () => S,
  hangUp: (server: S) => void,
): Promise<OnLoopback> {
  let server = make();
  let release = () => {};
  const port = await open(server, wanted);
  const close = () =>
    new Promise<void>((resolve) => {
      if (!server.listening) return resolve();
      server.close(() => resolve());
      hangUp(server);
    });
  return {
    port,
    stop: async () => {
      release();
      await close();
    },
    pause: async () => {
      if (!server.listening) return;
      await close();
      release = await hold(port);
    },
    start: async () => {
      if (server.listening) return;
      server = make();
      await open(server, port);
      release();
    },
  };
}

function open(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * Keeps a port from programs that ask for any free one, such as the servers of a test that runs beside this one: the
 * system gives none away that a connection begins at. Returns what ends that.
 */
async function hold(port: number): Promise<() => void> {
  const end = createServer(
    (peer) =>
      void peer
        .on('error', () => undefined)
        .resume()
        .unref(),
  );
  const held = connect({ host, port: await open(end, 0), localAddress: host, localPort: port });
  await once(held, 'connect');
  held.unref();
  end.unref();
  return () => {
    held.destroy();
    end.close();
  };
}
