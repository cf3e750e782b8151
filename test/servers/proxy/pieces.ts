/** What the stand-in proxies have in common. */
import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import { connect } from 'node:net';

/** Where a client wanted to go. */
export type Place = Readonly<{ host: string; port: number }>;

export type StandIn = Readonly<{
  port: number;
  /** `host:port` of every connection that was asked for, in order. */
  asked: () => readonly string[];
  /** Connections of clients that are open now. */
  open: () => number;
  /** Ends the connections of all clients; they may come back. */
  hangUp: () => void;
  stop: () => Promise<void>;
}>;

export async function opened(server: Server, asked: readonly string[]): Promise<StandIn> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    asked: () => asked,
    open: () => sockets.size,
    hangUp,
    stop: async () => {
      hangUp();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Whatever its name, it is on this machine; names that end in `.invalid` are nowhere. Rejects if nothing listens. */
export async function connectHere({ host, port }: Place): Promise<Socket> {
  if (host.endsWith('.invalid')) throw new Error('no such host');
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

export function join(client: NodeJS.ReadWriteStream, server: Socket): void {
  client.pipe(server);
  server.pipe(client);
  server.on('error', () => client.end());
  client.on('error', () => server.destroy());
  client.on('close', () => server.destroy());
}
