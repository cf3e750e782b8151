import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { OnLoopback } from './on-loopback.ts';
import { onLoopback } from './on-loopback.ts';

export type Reply = Readonly<{
  status?: number;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}>;

export type Listener = OnLoopback & Readonly<{ url: string }>;

export type Certificate = Readonly<{ key: string; cert: string }>;

export async function listen(
  handle: RequestListener,
  options: Readonly<{ port?: number; certificate?: Certificate }> = {},
): Promise<Listener> {
  const { certificate } = options;
  const make = (): Server =>
    certificate ? createSecureServer({ ...certificate }, handle) : createServer(handle);
  const listener = await onLoopback(options.port ?? 0, make, (one) => one.closeAllConnections());
  return { ...listener, url: `${certificate ? 'https' : 'http'}://127.0.0.1:${listener.port}` };
}

export function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status ?? 200, reply.headers);
  response.end(reply.body ?? '');
}

export function pathOf(request: IncomingMessage): string {
  return new URL(request.url ?? '/', 'http://localhost').pathname;
}
