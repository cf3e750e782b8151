/** One service of the stand-in co-op, with trouble on command. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Certificate, Listener, Reply } from '../http.ts';
import { listen, pathOf, send } from '../http.ts';
import type { Routes } from './replies.ts';
import { broken, notFound, portalPage, saysError, troubled } from './replies.ts';
import type { Row } from './table.ts';

export const conditions = [
  'up',
  'down',
  'error',
  'error-body',
  'hang',
  'slow',
  'maintenance',
  'portal',
] as const;
export type Condition = (typeof conditions)[number];

export type StandIn = Readonly<{
  id: string;
  name: string;
  port: number;
  url: string;
  condition: () => Condition;
  /** Resolves once the port answers, or refuses, accordingly. */
  take: (condition: Condition) => Promise<void>;
  stop: () => Promise<void>;
}>;

const slowMs = 3000;

export async function startService(
  row: Row,
  options: Readonly<{ port: number; certificate: Certificate }>,
): Promise<StandIn> {
  let condition: Condition = 'up';
  const listener = await (row.routes
    ? listen((request, response) => answer(row, condition, request, response), {
        port: options.port,
        ...(row.secure ? { certificate: options.certificate } : {}),
      })
    : listenSmtp(options.port));
  return {
    id: row.id,
    name: row.name,
    port: listener.port,
    url: listener.url,
    condition: () => condition,
    take: async (next) => {
      condition = next;
      await (next === 'down' ? listener.stop() : listener.start());
    },
    stop: listener.stop,
  };
}

function answer(
  row: Row,
  condition: Condition,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (condition === 'hang') return;
  const reply = replyOf(row, condition, pathOf(request));
  if (condition !== 'slow') return send(response, reply);
  const timer = setTimeout(() => send(response, reply), slowMs);
  response.on('close', () => clearTimeout(timer));
}

function replyOf(row: Row, condition: Condition, path: string): Reply {
  if (condition === 'portal') return portalPage;
  if (condition === 'error') return broken;
  const kind = kindOf(row);
  const routes: Routes = troubled[`${condition}:${kind}`] ?? row.routes ?? {};
  const known = routes[path] ?? routes['*'];
  if (condition === 'error-body' && !troubled[`${condition}:${kind}`]) return saysError;
  return known ?? notFound;
}

/** The preset is what two services of the same software share. */
function kindOf(row: Row): string {
  const probe = row.probe('http://127.0.0.1', 0);
  return 'preset' in probe ? String(probe.preset) : row.id;
}

async function listenSmtp(port: number): Promise<Listener> {
  const sockets = new Set<Socket>();
  const make = (): Server =>
    createServer((socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => socket.destroy());
      socket.write('220 mail.example.coop ESMTP\r\n');
    });
  const open = (server: Server, at: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
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
