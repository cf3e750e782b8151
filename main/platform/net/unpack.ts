/** Decodes `Content-Encoding` as browsers do. */
import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from 'node:zlib';
import { reason } from '../../../shared/observation/observation.ts';
import type { Remark } from '../../../shared/observation/remark.ts';
import { tooLarge } from './body.ts';
import { NetError } from './error.ts';

type Options = Readonly<{ maxOutputLength: number; finishFlush?: number }>;
type Unpacker = Readonly<{
  run: (bytes: Uint8Array, options: Options) => Promise<Buffer>;
  /** Flush flag that accepts truncated data. */
  partial: number;
}>;

const zlibPartial = constants.Z_SYNC_FLUSH;
const unpackers: Readonly<Record<string, Unpacker>> = {
  gzip: { run: promisify(gunzip), partial: zlibPartial },
  'x-gzip': { run: promisify(gunzip), partial: zlibPartial },
  deflate: { run: promisify(inflate), partial: zlibPartial },
  br: { run: promisify(brotliDecompress), partial: constants.BROTLI_OPERATION_FLUSH },
};
const rawInflate: Unpacker = { run: promisify(inflateRaw), partial: zlibPartial };

/** More encodings than any server has a use for. */
const encodingLimit = 4;

/**
 * `encoding` is the header's value. If it names an unknown encoding, the body is returned unchanged if it may be text,
 * as browsers do. No layer may exceed `limitBytes`: a decompression bomb is aborted there. Throws NetError
 * `body-encoding` or `body-too-large`.
 */
export async function unpack(
  bytes: Uint8Array,
  encoding: string | undefined,
  limitBytes: number,
  remark: (what: Remark) => void,
): Promise<Uint8Array> {
  const whole = (encoding ?? '').trim().toLowerCase();
  if (whole === '' || whole === 'identity' || bytes.length === 0) return bytes;
  const layers = whole.split(',').map((word) => word.trim());
  if (layers.some((layer) => !Object.hasOwn(unpackers, layer))) {
    if (!mayBeText(bytes) || layers.includes('zstd')) throw new NetError(reason('body-encoding'));
    remark('packing');
    return bytes;
  }
  if (layers.length > encodingLimit) throw new NetError(reason('body-encoding'));
  let rest = bytes;
  for (const layer of layers.toReversed()) {
    const unpacker = unpackers[layer];
    if (unpacker) rest = await decodeLayer(layer, unpacker, rest, limitBytes, remark);
  }
  return rest;
}

/** Compressed data contains control characters, which text does not, apart from white space and escape. */
function mayBeText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b);
}

async function decodeLayer(
  name: string,
  unpacker: Unpacker,
  bytes: Uint8Array,
  limitBytes: number,
  remark: (what: Remark) => void,
): Promise<Uint8Array> {
  const whole = await attempt(unpacker, bytes, { maxOutputLength: limitBytes });
  if (whole.ok) return whole.bytes;
  const isCut = whole.code === 'Z_BUF_ERROR';
  const raw = isCut ? undefined : rawDeflateData(name, bytes);
  const options = { maxOutputLength: limitBytes, finishFlush: unpacker.partial };
  const part = raw
    ? await attempt(rawInflate, raw, options)
    : await attempt(unpacker, bytes, options);
  if (!part.ok) throw new NetError(reason('body-encoding'));
  remark(isCut ? 'cut-short' : 'packing');
  return part.bytes;
}

type Attempt = Readonly<{ ok: true; bytes: Buffer } | { ok: false; code: string }>;

async function attempt({ run }: Unpacker, bytes: Uint8Array, options: Options): Promise<Attempt> {
  try {
    return { ok: true, bytes: await run(bytes, options) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(options.maxOutputLength);
    return { ok: false, code };
  }
}

/**
 * The raw deflate data: browsers ignore gzip's checksum and anything after the data, and some servers send “deflate”
 * without its zlib wrapper.
 */
function rawDeflateData(name: string, bytes: Uint8Array): Uint8Array | undefined {
  if (name === 'deflate') return bytes;
  if (!name.endsWith('gzip') || bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8)
    return undefined;
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  // File name and comment are zero-terminated.
  for (const flag of [8, 16]) {
    if (flags & flag) at = bytes.indexOf(0, at) + 1 || bytes.length;
  }
  return bytes.subarray(flags & 2 ? at + 2 : at);
}
