/**
 * A stand-in HTTP proxy on loopback: tunnels (CONNECT) and plain requests, with Basic login and faults on command. What
 * it says of what it cannot do is held against tinyproxy by the same tests.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer, request } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Duplex } from 'node:stream';
import type { Certificate } from '../http.ts';
import type { Place, StandIn } from './pieces.ts';
import { connectHere, join, opened } from './pieces.ts';

/** What it does instead of making a tunnel. */
export type TunnelFault =
  /** Answers with this. */
  | Readonly<{ status: number; headers?: Readonly<Record<string, string>> }>
  /** Sends this, and waits. */
  | Readonly<{ text: string }>
  /** Makes the tunnel, and says so in these words. */
  | Readonly<{ head: string }>
  /** Hangs up after the request. */
  | 'closes'
  /** Says nothing. */
  | 'silent'
  /** Makes the tunnel, and sends its answer byte by byte. */
  | 'drips'
  /** Makes the tunnel, but says first that it is at it. */
  | 'interim';

export type HttpStandIn = StandIn &
  Readonly<{
    url: string;
    /** Basic credentials that came, as `user:password`. */
    logins: () => readonly string[];
    take: (fault: TunnelFault | undefined) => void;
    setLogin: (login: string | undefined) => void;
  }>;

type Options = Readonly<{
  /** For a proxy that is spoken to over TLS. */
  certificate?: Certificate;
  /** `user:password`, without which nothing gets through. */
  login?: string;
  /** Ports that tunnels may lead to; any if absent. */
  tunnelPorts?: readonly number[];
}>;

export async function startHttpProxy(options: Options = {}): Promise<HttpStandIn> {
  const { certificate, tunnelPorts } = options;
  let { login } = options;
  let fault: TunnelFault | undefined;
  const asked: string[] = [];
  const logins: string[] = [];
  const mayPass = ({ headers }: IncomingMessage): boolean => {
    const [, text] = /^Basic (.+)$/.exec(headers['proxy-authorization'] ?? '') ?? [];
    const given = text === undefined ? undefined : Buffer.from(text, 'base64').toString();
    if (given !== undefined) logins.push(given);
    return login === undefined || given === login;
  };

  const forward = (incoming: IncomingMessage, answer: ServerResponse) => {
    const url = incoming.url ?? '';
    asked.push(url);
    if (!mayPass(incoming)) return void answer.writeHead(407, wantsLogin).end('Log in');
    if (!url.startsWith('http://')) return void answer.writeHead(400, own).end('Not for me');
    const { hostname, port, pathname, search } = new URL(url);
    const { 'proxy-authorization': _, ...headers } = incoming.headers;
    const gone = () => void answer.writeHead(502, own).end('Unable to connect');
    if (hostname.endsWith('.invalid')) return gone();
    const asking = { host: '127.0.0.1', port: port || 80, path: pathname + search, headers };
    const out = request({ ...asking, method: incoming.method }, (from) => {
      answer.writeHead(from.statusCode ?? 502, { ...from.headers, via: '1.1 stand-in' });
      from.pipe(answer);
    });
    out.on('error', gone);
    incoming.pipe(out);
  };

  const tunnel = async (incoming: IncomingMessage, client: Duplex) => {
    client.on('error', () => client.destroy());
    const place = placeOf(incoming.url ?? '');
    asked.push(`${place.host}:${place.port}`);
    if (!mayPass(incoming)) return say(client, 407, wantsLogin);
    if (fault && typeof fault === 'object' && 'status' in fault)
      return say(client, fault.status, fault.headers);
    if (fault && typeof fault === 'object' && 'text' in fault)
      return untilGone(client).write(fault.text);
    if (fault === 'closes') return client.end();
    if (fault === 'silent') return untilGone(client);
    if (tunnelPorts && !tunnelPorts.includes(place.port)) return say(client, 403, own);
    const server = await connectHere(place).catch(() => undefined);
    if (!server) return say(client, 502, own);
    if (fault === 'interim') client.write('HTTP/1.1 100 Continue\r\n\r\n');
    const head = typeof fault === 'object' ? fault.head : usualHead;
    if (fault === 'drips') await drip(client, head);
    else client.write(head);
    return join(client, server);
  };

  const server: Server = certificate
    ? createSecureServer({ ...certificate }, forward)
    : createServer(forward);
  server.on('connect', (incoming, client) => void tunnel(incoming, client));
  const standIn = await opened(server, asked);
  return {
    ...standIn,
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${standIn.port}`,
    logins: () => logins,
    take: (next) => void (fault = next),
    setLogin: (next) => void (login = next),
  };
}

const usualHead = 'HTTP/1.1 200 Connection established\r\nContent-Length: 5\r\n\r\n';

/** Marks of its own pages, as tinyproxy's. */
const own = { server: 'tinyproxy/stand-in', 'content-type': 'text/html' };
const wantsLogin = { ...own, 'proxy-authenticate': 'Basic realm="stand-in"' };

function say(client: Duplex, status: number, headers: Readonly<Record<string, string>> = {}): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  client.end(`HTTP/1.1 ${status} So it is\r\n${lines.join('')}\r\n<p>${'x'.repeat(2000)}</p>`);
}

/** Closes when the client does, which sockets of HTTP servers do not by themselves. */
function untilGone(client: Duplex): Duplex {
  return client.on('end', () => client.end()).resume();
}

async function drip(client: Duplex, text: string): Promise<void> {
  for (const letter of text) {
    client.write(letter);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function placeOf(text: string): Place {
  const [, host = '', port = '0'] = /^\[?([^\]]*)\]?:(\d+)$/.exec(text) ?? [];
  return { host, port: Number(port) };
}
