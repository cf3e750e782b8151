/**
 * Applies our address rule to Chromium's connections: a SOCKS5 proxy (RFC 1928) on loopback that resolves names itself
 * and connects to the address that it has checked. Supports only what Chromium uses: no authentication, CONNECT only.
 */
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { reason } from '../../../shared/observation/observation.ts';
import type { Lookup } from './addresses.ts';
import { bareHost, guardLookup, keepOutside } from './addresses.ts';
import { systemClock } from '../clock.ts';
import { NetError } from './error.ts';
import type { Proxies } from './proxies.ts';
import { noProxies } from './proxies.ts';
import type { Reach } from './reach.ts';
import { createReach } from './reach.ts';
import { take } from './socket-bytes.ts';

export type FilteringProxy = Readonly<{
  /** On 127.0.0.1. */
  port: number;
  /** Also ends the connections through it. */
  close: () => void;
}>;

export type FilteringDeps = Readonly<{
  /** Whether to connect at all; `host` is a name, or an address without brackets. */
  mayConnect: (host: string, port: number) => boolean;
  /** Forbidden address literals to allow. */
  namedHosts: readonly string[];
  /** Whether a third party's page reads the responses: then names never lead into the local network. */
  isReadByOthers: boolean;
  /** Called when the address rule refuses a host. */
  onForbidden: (host: string) => void;
  /** The proxies to connect through; direct without them. They resolve names, so that the rule holds for literals only. */
  proxies?: Proxies;
  /** Replaces the system's resolver in tests. */
  lookup?: Lookup;
}>;

/** More than Chromium opens to one proxy. */
const connectionLimit = 64;
/** Limit for the handshake, and for each phase of connecting, in ms. */
const phaseMs = 10_000;

const keepAliveMs = 45_000;

const version = 5;
const replies = { done: 0, notAllowed: 2, unreachable: 4, notSupported: 7 } as const;

/** Rejects if no port is free on loopback. */
export async function startFilteringProxy(deps: FilteringDeps): Promise<FilteringProxy> {
  const guarded = guardLookup(deps.lookup);
  const lookup = deps.isReadByOthers ? keepOutside(guarded) : guarded;
  const { proxies = noProxies(systemClock) } = deps;
  const reach = createReach({ proxies, lookup, outside: lookup });
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    open.add(client);
    client.once('close', () => open.delete(client));
    client.on('error', () => client.destroy());
    client.setTimeout(phaseMs, () => client.destroy());
    serve(client, deps, reach).catch(() => client.destroy());
  });
  server.maxConnections = connectionLimit;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      for (const client of open) client.destroy();
    },
  };
}

async function serve(client: Socket, deps: FilteringDeps, reach: Reach): Promise<void> {
  const target = await handshake(client);
  const answer = (code: number) =>
    client.write(Buffer.from([version, code, 0, 1, 0, 0, 0, 0, 0, 0]));
  const refuse = (code: number) => {
    answer(code);
    client.end();
  };
  if (!target) return refuse(replies.notSupported);
  const { host, port } = target;
  if (!deps.mayConnect(host, port)) return refuse(replies.notAllowed);
  const gone = new AbortController();
  client.once('close', () => gone.abort());
  client.setTimeout(0);
  try {
    const { namedHosts } = deps;
    const { signal } = gone;
    const target = { host, port, trust: undefined, namedHosts, signal, phaseMs };
    await reach(target, async (line) => {
      answer(replies.done);
      join(client, line.socket);
    });
  } catch (error) {
    if (!isAddressRefusal(error)) return refuse(replies.unreachable);
    deps.onForbidden(host);
    refuse(replies.notAllowed);
  }
}

function isAddressRefusal(error: unknown): boolean {
  return error instanceof NetError && error.reason.code === reason('address-forbidden').code;
}

/** The requested target; undefined for an unsupported command or address type. Rejects for another protocol. */
async function handshake(client: Socket) {
  const [clientVersion, methods = 0] = await take(client, 2);
  if (clientVersion !== version) throw new Error('no SOCKS5');
  await take(client, methods);
  client.write(Buffer.from([version, 0]));
  const [, command, , addressType] = await take(client, 4);
  const host = await takeHost(client, addressType);
  const port = (await take(client, 2)).readUInt16BE();
  return command === 1 && host !== undefined ? { host: bareHost(host), port } : undefined;
}

async function takeHost(
  client: Socket,
  addressType: number | undefined,
): Promise<string | undefined> {
  if (addressType === 1) return (await take(client, 4)).join('.');
  if (addressType === 3) {
    const [length = 0] = await take(client, 1);
    return (await take(client, length)).toString('latin1');
  }
  if (addressType !== 4) return undefined;
  const groups = (await take(client, 16)).toString('hex').match(/.{4}/g) ?? [];
  return new URL(`http://[${groups.join(':')}]`).hostname;
}

/** Pipes both ways, half-closes included; an error on one side ends both. */
function join(client: Socket, server: Socket): void {
  // As Chromium does for its own connections: otherwise nothing would detect a vanished peer.
  server.setKeepAlive(true, keepAliveMs);
  client.pipe(server);
  server.pipe(client);
  server.on('error', () => client.destroy());
  server.once('close', () => client.destroy());
  client.once('close', () => server.destroy());
}
