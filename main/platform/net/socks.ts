/** Asks a SOCKS5 proxy (RFC 1928, RFC 1929) for a connection. */
import type { Duplex } from 'node:stream';
import ipaddr from 'ipaddr.js';
import { isAddress } from '../../../shared/net/ip-address.ts';
import type { Login } from '../../../shared/net/proxy.ts';
import type { ProxyReason } from '../../../shared/net/proxy-answer.ts';
import { socksRefusal } from '../../../shared/net/proxy-answer.ts';
import { take } from './socket-bytes.ts';

const version = 5;
const methods = { none: 0, password: 2 } as const;
const connectCommand = 1;
const kinds = { v4: 1, name: 3, v6: 4 } as const;

/**
 * The proxy resolves names. Resolves to why it refuses, or to undefined once connected. Rejects if it does not speak
 * SOCKS5, or closes.
 */
export async function connectBySocks(
  socket: Duplex,
  { host, port }: Readonly<{ host: string; port: number }>,
  login: Login | undefined,
): Promise<ProxyReason | undefined> {
  const offered = login ? [methods.none, methods.password] : [methods.none];
  socket.write(Buffer.from([version, offered.length, ...offered]));
  const [spoken, method] = await take(socket, 2);
  if (spoken !== version) throw new Error('no SOCKS5');
  if (method === methods.password && login) {
    socket.write(Buffer.concat([Buffer.from([1]), field(login.user), field(login.password)]));
    const [, refused] = await take(socket, 2);
    if (refused !== 0) return 'proxy-login';
  } else if (method !== methods.none) return 'proxy-login';
  const address = isAddress(host) ? addressOf(host) : [kinds.name, ...field(host)];
  socket.write(Buffer.from([version, connectCommand, 0, ...address, port >> 8, port & 255]));
  const [answered, reply = 1, , kind] = await take(socket, 4);
  if (answered !== version) throw new Error('no SOCKS5');
  await skipAddress(socket, kind);
  return socksRefusal(reply);
}

function addressOf(host: string): readonly number[] {
  const bytes = ipaddr.parse(host).toByteArray();
  return [bytes.length === 4 ? kinds.v4 : kinds.v6, ...bytes];
}

/** Its length in one byte, then the text. */
function field(text: string): Buffer {
  const bytes = Buffer.from(text).subarray(0, 255);
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

/** The address that the proxy connects from, with its port. */
async function skipAddress(socket: Duplex, kind: number | undefined): Promise<void> {
  const [named = 0] = kind === kinds.name ? await take(socket, 1) : [];
  const length = kind === kinds.v6 ? 16 : kind === kinds.v4 ? 4 : named;
  await take(socket, length + 2);
}
