import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export type Reply = Readonly<{
  status?: number;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}>;

/** A server on loopback that can be stopped and started again on the same port. */
export type Listener = Readonly<{
  port: number;
  url: string;
  stop: () => Promise<void>;
  start: () => Promise<void>;
}>;

export type Certificate = Readonly<{ key: string; cert: string }>;

export async function listen(
  handle: RequestListener,
  options: Readonly<{ port?: number; certificate?: Certificate }> = {},
): Promise<Listener> {
  const { certificate } = options;
  const make = (): Server =>
    certificate ? createSecureServer({ ...certificate }, handle) : createServer(handle);
  let server = make();
  const port = await open(server, options.port ?? 0);
  return {
    port,
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        if (!server.listening) return resolve();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    start: async () => {
      if (server.listening) return;
      server = make();
      await open(server, port);
    },
  };
}

function open(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

export function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status ?? 200, reply.headers);
  response.end(reply.body ?? '');
}

export function pathOf(request: IncomingMessage): string {
  return new URL(request.url ?? '/', 'http://localhost').pathname;
}
