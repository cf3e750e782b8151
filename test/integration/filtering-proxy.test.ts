/** Connections of untrusted pages in Chromium: the app resolves the name and checks the address. */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Lookup } from '../../main/platform/net/addresses.ts';
import type { FilteringDeps, FilteringProxy } from '../../main/platform/net/filtering-proxy.ts';
import { startFilteringProxy } from '../../main/platform/net/filtering-proxy.ts';
import { systemClock } from '../../main/platform/clock.ts';
import { createProxies } from '../../main/platform/net/proxies.ts';
import { startFaulty } from '../servers/faulty/sockets.ts';
import { startHttpProxy } from '../servers/proxy/http.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** Resolves a name to one list of addresses after the other, then always to the last. */
function names(...answers: readonly string[]): Lookup {
  const left = [...answers];
  return (_host, _options, callback) => {
    const address = left.length > 1 ? left.shift() : left[0];
    callback(null, [{ address: address ?? '', family: address?.includes(':') ? 6 : 4 }]);
  };
}

async function start(parts: Partial<FilteringDeps> = {}): Promise<FilteringProxy> {
  const proxy = await startFilteringProxy({
    mayConnect: () => true,
    namedHosts: [],
    isReadByOthers: false,
    onForbidden: () => undefined,
    ...parts,
  });
  stops.push(proxy.close);
  return proxy;
}

async function someServer() {
  const server = await startFaulty((socket) => {
    socket.on('data', (piece) => socket.write(`heard ${String(piece)}`));
    socket.on('end', () => socket.end());
  });
  stops.push(server.stop);
  return { ...server, port: Number(new URL(server.url).port) };
}

function requestOf(host: string, port: number): Buffer {
  const name = Buffer.from(host);
  return Buffer.from([5, 1, 0, 3, name.length, ...name, port >> 8, port & 255]);
}
const v6 = (bytes: readonly number[], port: number) =>
  Buffer.from([5, 1, 0, 4, ...bytes, port >> 8, port & 255]);

function client(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  stops.push(() => socket.destroy());
  return socket;
}

/** The proxy's reply to a connection request. */
async function ask(proxy: FilteringProxy, request: Buffer) {
  const socket = client(proxy.port);
  socket.write(Buffer.from([5, 1, 0]));
  await once(socket, 'data');
  socket.write(request);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return { code: answer[1], socket };
}

test('what is allowed is passed on both ways, to the end', async () => {
  const server = await someServer();
  const proxy = await start({ lookup: names('127.0.0.1') });
  const { code, socket } = await ask(proxy, requestOf('bbb.example', server.port));
  expect(code).toBe(0);
  socket.end('hello');
  expect((await once(socket, 'data')).map(String)).toEqual(['heard hello']);
  await once(socket, 'end');
});

test('where the network has a proxy, it connects through that', async () => {
  const server = await someServer();
  const upstream = await startHttpProxy();
  stops.push(upstream.stop);
  const proxies = createProxies({
    clock: systemClock,
    variables: { all_proxy: upstream.url },
    openKeyring: undefined,
  });
  // Nothing is resolved here.
  const proxy = await start({ proxies, lookup: () => expect.unreachable() });
  const { code, socket } = await ask(proxy, requestOf('bbb.example', server.port));
  expect(code).toBe(0);
  socket.end('hello');
  expect((await once(socket, 'data')).map(String)).toEqual(['heard hello']);
  expect(upstream.asked()).toEqual([`bbb.example:${server.port}`]);
  const forbidden = await ask(proxy, requestOf('169.254.169.254', 80));
  expect([forbidden.code, upstream.asked().length]).toEqual([2, 1]);
});

test.each([
  ['a metadata service', '169.254.169.254'],
  ['one behind 6to4', '2002:a9fe:a9fe::1'],
  ['one behind a translator', '64:ff9b:1::a9fe:a9fe'],
  ['the machine’s own link', 'fe80::1'],
])('a name that leads to %s is not connected to, and told of', async (_what, address) => {
  const told: string[] = [];
  const proxy = await start({ lookup: names(address), onForbidden: (host) => told.push(host) });
  const { code } = await ask(proxy, requestOf('evil.example', 80));
  expect([code, told]).toEqual([2, ['evil.example']]);
});

test('a name that changes its mind is checked each time, and connected to as checked', async () => {
  const server = await someServer();
  const proxy = await start({ lookup: names('127.0.0.1', '169.254.169.254') });
  const codes = [];
  for (let turn = 0; turn < 2; turn += 1) {
    codes.push((await ask(proxy, requestOf('rebind.example', server.port))).code);
  }
  expect([codes, server.accepted()]).toEqual([[0, 2], 1]);
});

describe('a page of somebody else’s, at a name that leads into this network', () => {
  /** The first lookup belongs to a connection that is closed immediately. */
  const askTwice = async (isReadByOthers: boolean, ...answers: readonly string[]) => {
    const server = await someServer();
    const lookup = names(...answers);
    const asked: string[] = [];
    const proxy = await start({
      isReadByOthers,
      lookup: (host, ...rest) => {
        asked.push(host);
        lookup(host, ...rest);
      },
    });
    const first = client(proxy.port);
    first.write(Buffer.from([5, 1, 0, ...requestOf('evil.example', server.port)]));
    await expect.poll(() => asked).toHaveLength(1);
    first.destroy();
    const { code } = await ask(proxy, requestOf('evil.example', server.port));
    return code;
  };

  test('is not connected once that name has been outside', async () => {
    expect(await askTwice(true, '203.0.113.7', '127.0.0.1')).toBe(2);
  });
  test('is connected where it has always been inside', async () => {
    expect(await askTwice(true, '127.0.0.1')).toBe(0);
  });
  test('what nobody else reads may be led there, as a laptop comes home', async () => {
    expect(await askTwice(false, '203.0.113.7', '127.0.0.1')).toBe(0);
  });
});

describe('a literal', () => {
  const request = Buffer.from([5, 1, 0, 1, 169, 254, 169, 254, 0, 80]);
  test('that is forbidden is not connected to', async () => {
    expect((await ask(await start(), request)).code).toBe(2);
  });
  test('in IPv6 neither', async () => {
    const told: string[] = [];
    const proxy = await start({ onForbidden: (host) => told.push(host) });
    const bytes = [0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    expect([(await ask(proxy, v6(bytes, 80))).code, told]).toEqual([2, ['fe80::1']]);
  });
  test('of IPv4 that is allowed is', async () => {
    const { port } = await someServer();
    const here = Buffer.from([5, 1, 0, 1, 127, 0, 0, 1, port >> 8, port & 255]);
    expect((await ask(await start(), here)).code).toBe(0);
  });
});

test('a host that is nobody’s business is not even looked up', async () => {
  let asked = 0;
  const proxy = await start({
    mayConnect: (host, port) => host === 'bbb.example' && port === 443,
    lookup: (_host, _options, callback) => {
      asked += 1;
      callback(null, []);
    },
  });
  const codes = [];
  for (const [host, port] of [
    ['other.example', 443],
    ['bbb.example', 22],
  ] as const) {
    codes.push((await ask(proxy, requestOf(host, port))).code);
  }
  expect([codes, asked]).toEqual([[2, 2], 0]);
});

test('where nobody listens, that is said', async () => {
  expect((await ask(await start(), Buffer.from([5, 1, 0, 1, 127, 0, 0, 1, 0, 1]))).code).toBe(4);
});

test.each([
  ['a web page that finds the port', Buffer.from('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')],
  ['SOCKS 4', Buffer.from([4, 1, 0, 80, 127, 0, 0, 1, 0])],
])('%s gets no word', async (_who, words) => {
  const socket = client((await start()).port);
  let heard = 0;
  socket.on('data', (piece: Buffer) => (heard += piece.length));
  socket.write(words);
  await once(socket, 'close');
  expect(heard).toBe(0);
});

test.each([
  ['to be connected to', 2],
  ['for datagrams', 3],
])('whoever asks %s is told that it is not offered', async (_what, command) => {
  const request = Buffer.from([5, command, 0, 1, 127, 0, 0, 1, 0, 80]);
  expect((await ask(await start(), request)).code).toBe(7);
});

test('a request in single bytes is understood', async () => {
  const { port } = await someServer();
  const proxy = await start({ lookup: names('127.0.0.1') });
  const socket = client(proxy.port);
  socket.setNoDelay(true);
  const answers: Buffer[] = [];
  socket.on('data', (piece: Buffer) => answers.push(piece));
  for (const byte of [5, 1, 0, ...requestOf('bbb.example', port)]) {
    await new Promise((resolve) => socket.write(Buffer.from([byte]), resolve));
  }
  while (Buffer.concat(answers).length < 12) await once(socket, 'data');
  expect(Array.from(Buffer.concat(answers).subarray(0, 4))).toEqual([5, 0, 5, 0]);
});

test('when it closes, nothing goes on through it', async () => {
  const server = await someServer();
  const proxy = await start();
  const { port } = server;
  const here = Buffer.from([5, 1, 0, 1, 127, 0, 0, 1, port >> 8, port & 255]);
  const { socket } = await ask(proxy, here);
  proxy.close();
  await once(socket, 'close');
});
