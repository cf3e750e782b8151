import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { reason } from '../../../shared/status/observation.ts';
import { NetError } from './error.ts';

const unpackers: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Reads a body as UTF-8 text of at most `limitBytes` after unpacking; a bomb is left as soon as it swells past that.
 * Throws NetError `body-too-large`, `body-encoding` or `reset`.
 */
export async function readBody(response: IncomingMessage, limitBytes: number): Promise<string> {
  const stream = unpacked(response);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limitBytes) throw tooLarge(limitBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    throw readFailure(error);
  } finally {
    stream.destroy();
    response.destroy();
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return response;
  const unpack = unpackers[encoding];
  if (!unpack) throw new NetError(reason('body-encoding'));
  const stream = unpack();
  response.on('error', (error) => stream.destroy(error));
  response.on('aborted', () => stream.destroy(new NetError(reason('reset'))));
  response.pipe(stream);
  return stream;
}

function tooLarge(limitBytes: number): NetError {
  return new NetError(reason('body-too-large', { limit: `${Math.round(limitBytes / 1024)} KiB` }));
}

function readFailure(error: unknown): NetError {
  if (error instanceof NetError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR_BUFFER')) {
    return new NetError(reason('body-encoding'), error);
  }
  return new NetError(reason('reset'), error);
}
