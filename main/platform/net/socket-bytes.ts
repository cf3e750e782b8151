/** Reads a socket piece by piece, and leaves in it what was not taken. */
import type { Duplex } from 'node:stream';
import { createHeadEnd, mayBeHttp } from './answer-head.ts';

/** Rejects if the other side ends before it has sent `count` bytes. */
export async function take(socket: Duplex, count: number): Promise<Buffer> {
  if (count === 0) return Buffer.alloc(0);
  for (;;) {
    const piece = socket.read(count) as Buffer | null;
    if (piece?.length === count) return piece;
    if (piece || isOver(socket)) throw new Error('closed');
    await nextBytes(socket);
  }
}

/** The head of an HTTP answer. Rejects if it is none, does not end, or not within `limitBytes`. */
export async function takeHead(socket: Duplex, limitBytes: number): Promise<Buffer> {
  const endIn = createHeadEnd();
  const pieces: Buffer[] = [];
  let size = 0;
  for (;;) {
    const piece = socket.read() as Buffer | null;
    if (!piece) {
      if (isOver(socket)) throw new Error('closed');
      await nextBytes(socket);
      continue;
    }
    const end = endIn(piece);
    const part = end === undefined ? piece : piece.subarray(0, end);
    pieces.push(part);
    // Another protocol may go on for ever without a blank line.
    if (size < 8 && !mayBeHttp(Buffer.concat(pieces))) throw new Error('no HTTP');
    size += part.length;
    if (size > limitBytes) throw new RangeError('too long');
    if (end === undefined) continue;
    if (end < piece.length) socket.unshift(piece.subarray(end));
    return Buffer.concat(pieces, size);
  }
}

function isOver(socket: Duplex): boolean {
  return socket.readableEnded || socket.destroyed;
}

function nextBytes(socket: Duplex): Promise<void> {
  const events = ['readable', 'end', 'close'];
  return new Promise((resolve) => {
    const wake = () => {
      for (const event of events) socket.off(event, wake);
      resolve();
    };
    for (const event of events) socket.on(event, wake);
  });
}
