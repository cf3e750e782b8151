/** The co-op's mail server, up to its greeting. */
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import type { Listener } from '../http.ts';
import { onLoopback } from '../on-loopback.ts';
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
  const listener = await onLoopback(port, make, () => {
    for (const socket of sockets) socket.destroy();
  });
  return { ...listener, url: `smtp://127.0.0.1:${listener.port}` };
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
