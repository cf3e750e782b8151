/** Servers that misbehave below or outside HTTP: each is a function of one accepted socket. */
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type FaultyServer = Readonly<{
  port: number;
  url: string;
  /** Connections that are open now. */
  open: () => number;
  /** Connections accepted so far. */
  accepted: () => number;
  stop: () => Promise<void>;
}>;

export type Behaviour = (socket: Socket) => void;

export async function startFaulty(behave: Behaviour): Promise<FaultyServer> {
  const sockets = new Set<Socket>();
  let accepted = 0;
  const server = createServer((socket) => {
    accepted += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    behave(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    open: () => sockets.size,
    accepted: () => accepted,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Runs `then` once the request's headers are in. */
const afterRequest = (then: Behaviour): Behaviour => {
  return (socket) => socket.once('data', () => then(socket));
};
const head = (lines: string) => `HTTP/1.1 200 OK\r\n${lines}\r\n\r\n`;
const answer = (text: string) => afterRequest((socket) => socket.end(text));

/** Compressed once, before anything is timed: sixteen mebibytes of zeros in a few kilobytes. */
const zeros = Buffer.alloc(16 * 1024 * 1024);
const gzipped = gzipSync(zeros, { level: 1 });
const brotlied = brotliCompressSync(zeros, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
});

export const behaviours = {
  silentBeforeTls: (socket) => socket.resume(),
  /** As nginx with `ssl_reject_handshake`: a fatal alert, unrecognized_name, in place of a certificate. */
  unknownName: afterRequest((socket) => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 112]))),
  resetAtOnce: (socket) => socket.resetAndDestroy(),
  resetAfterRequest: afterRequest((socket) => socket.resetAndDestroy()),
  closeAfterRequest: answer(''),
  noFirstByte: (socket) => socket.resume(),
  bodyStalls: afterRequest((socket) => socket.write(`${head('Content-Length: 100')}begun`)),
  bodyCutShort: answer(`${head('Content-Length: 100')}begun`),
  resetInBody: afterRequest((socket) => {
    socket.write(`${head('Content-Length: 100000')}begun`);
    setImmediate(() => socket.resetAndDestroy());
  }),
  slowDrip: afterRequest((socket) => {
    socket.write(head('Content-Length: 1000'));
    const timer = setInterval(() => socket.write('.'), 20);
    socket.on('close', () => clearInterval(timer));
  }),
  garbage: answer('SSH-2.0-OpenSSH_9.2\r\n'),
  hugeHeaders: answer(head(`X-Big: ${'x'.repeat(300 * 1024)}`)),
  gibibyte: afterRequest((socket) => {
    socket.write(head(`Content-Length: ${1024 ** 3}`));
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const pour = () => {
      while (!socket.destroyed && socket.write(chunk));
      if (!socket.destroyed) socket.once('drain', pour);
    };
    pour();
  }),
  gzipBomb: afterRequest((socket) => {
    socket.write(head('Content-Encoding: gzip\r\nConnection: close'));
    socket.end(gzipped);
  }),
  brotliBomb: afterRequest((socket) => {
    socket.write(head('Content-Encoding: br\r\nConnection: close'));
    socket.end(brotlied);
  }),
  brokenGzip: answer(`${head('Content-Encoding: gzip\r\nConnection: close')}this is no gzip`),
  strangeEncoding: answer(`${head('Content-Encoding: zstd\r\nConnection: close')}x`),
  redirectLoop: answer('HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n'),
  redirectToMetadata: answer(
    'HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest/meta-data\r\nContent-Length: 0\r\n\r\n',
  ),
  redirectToFile: answer(
    'HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n',
  ),
  errorBody: answer(`${head('Connection: close')}Error establishing a database connection`),
} satisfies Record<string, Behaviour>;
