/** The co-op's mail server, up to its greeting. */
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Listener } from '../http.ts';
import type { Scene } from './conditions.ts';

const host = 'mail.maple-street.example';

/** Listens for SMTP; `scene` is read for each connection. */
export async function listenSmtp(port: number, scene: () => Scene): Promise<Listener> {
  const sockets = new Set<Socket>();
  const make = () =>
    createServer((socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => socket.destroy());
      greet(socket, scene());
    });
  let server = make();
  const bound = await open(server, port);
  return {
    port: bound,
    url: `smtp://127.0.0.1:${bound}`,
    stop: () =>
      new Promise((resolve) => {
        if (!server.listening) return resolve();
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    start: async () => {
      if (server.listening) return;
      server = make();
      await open(server, bound);
    },
  };
}

function greet(socket: Socket, { condition }: Scene): void {
  if (condition === 'hang') return;
  if (condition === 'error') return void socket.end(`421 ${host} Service not available\r\n`);
  socket.write(`220 ${host} ESMTP Postfix\r\n`);
  socket.on('data', (line) => {
    if (/^quit/i.test(String(line))) socket.end('221 2.0.0 Bye\r\n');
    else socket.write(`250 ${host}\r\n`);
  });
}

function open(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
