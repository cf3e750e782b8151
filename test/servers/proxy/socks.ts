/** A stand-in SOCKS5 proxy on loopback (RFC 1928, RFC 1929), with faults on command. */
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { take } from '../../../main/platform/net/socket-bytes.ts';
import type { StandIn } from './pieces.ts';
import { connectHere, join, opened } from './pieces.ts';

export type SocksFault =
  /** Answers the request with this reply. */
  | Readonly<{ reply: number }>
  /** Answers the greeting with these bytes. */
  | Readonly<{ greeting: readonly number[] }>
  | 'silent'
  | 'closes'
  /** Says with a name where it connects from. */
  | 'named';

export type SocksStandIn = StandIn &
  Readonly<{
    url: string;
    logins: () => readonly string[];
    take: (fault: SocksFault | undefined) => void;
  }>;

/** `login`: `user:password`, without which nothing gets through. `forbids`: a port that it connects nobody to. */
export async function startSocksProxy(
  options: Readonly<{ login?: string; forbids?: number }> = {},
): Promise<SocksStandIn> {
  const { login, forbids } = options;
  let fault: SocksFault | undefined;
  const asked: string[] = [];
  const logins: string[] = [];

  const serve = async (client: Socket) => {
    const [, count = 0] = await take(client, 2);
    const methods = [...(await take(client, count))];
    if (fault === 'silent') return undefined;
    if (fault === 'closes') return client.end();
    if (fault && 'object' === typeof fault && 'greeting' in fault)
      return client.write(Buffer.from(fault.greeting));
    const method = login === undefined ? 0 : 2;
    if (!methods.includes(method)) return client.end(Buffer.from([5, 255]));
    client.write(Buffer.from([5, method]));
    if (method === 2) {
      const given = await readLogin(client);
      logins.push(given);
      client.write(Buffer.from([1, given === login ? 0 : 1]));
      if (given !== login) return client.end();
    }
    const place = await readPlace(client);
    asked.push(`${place.host}:${place.port}`);
    if (fault && typeof fault === 'object' && 'reply' in fault)
      return client.end(answerOf(fault.reply));
    if (place.port === forbids) return client.end(answerOf(2));
    const server = await connectHere(place).catch(() => undefined);
    if (!server) return client.end(answerOf(place.host.endsWith('.invalid') ? 4 : 5));
    client.write(fault === 'named' ? namedAnswer : answerOf(0));
    return join(client, server);
  };
  const server = createServer((client) => void serve(client).catch(() => client.destroy()));
  const standIn = await opened(server, asked);
  return {
    ...standIn,
    url: `socks5://127.0.0.1:${standIn.port}`,
    logins: () => logins,
    take: (next) => void (fault = next),
  };
}

function answerOf(reply: number): Buffer {
  return Buffer.from([5, reply, 0, 1, 127, 0, 0, 1, 4, 56]);
}
const namedAnswer = Buffer.from([5, 0, 0, 3, 4, ...Buffer.from('here'), 4, 56]);

async function readLogin(client: Socket): Promise<string> {
  const [, userLength = 0] = await take(client, 2);
  const user = String(await take(client, userLength));
  const [length = 0] = await take(client, 1);
  return `${user}:${String(await take(client, length))}`;
}

async function readPlace(client: Socket) {
  const [, , , kind] = await take(client, 4);
  const host = await readHost(client, kind);
  return { host, port: (await take(client, 2)).readUInt16BE() };
}

async function readHost(client: Socket, kind: number | undefined): Promise<string> {
  if (kind === 1) return (await take(client, 4)).join('.');
  if (kind === 4) return `[${(await take(client, 16)).toString('hex')}]`;
  const [length = 0] = await take(client, 1);
  return String(await take(client, length));
}
