/** Undoes what `Content-Encoding` tells, as browsers do. */
import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from 'node:zlib';
import { reason } from '../../../shared/observation/observation.ts';
import type { Remark } from '../../../shared/observation/remark.ts';
import { tooLarge } from './body.ts';
import { NetError } from './error.ts';

type Options = Readonly<{ maxOutputLength: number; finishFlush?: number }>;
type Unpacker = Readonly<{
  run: (bytes: Uint8Array, options: Options) => Promise<Buffer>;
  /** The flag that takes what there is of something cut short. */
  partial: number;
}>;

const zlibPartial = constants.Z_SYNC_FLUSH;
const unpackers: Readonly<Record<string, Unpacker>> = {
  gzip: { run: promisify(gunzip), partial: zlibPartial },
  'x-gzip': { run: promisify(gunzip), partial: zlibPartial },
  deflate: { run: promisify(inflate), partial: zlibPartial },
  br: { run: promisify(brotliDecompress), partial: constants.BROTLI_OPERATION_FLUSH },
};
const bareDeflate: Unpacker = { run: promisify(inflateRaw), partial: zlibPartial };

/** More layers than anyone has a use for. */
const layerLimit = 4;

/**
 * `encoding` is the value of the header. Where it holds a word that is no packing, the body is taken as it came, if it
 * may be text: so do browsers. No layer is larger than `limitBytes`: a bomb is left as soon as it swells past that.
 * Throws NetError `body-encoding` or `body-too-large`.
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
  if (layers.length > layerLimit) throw new NetError(reason('body-encoding'));
  let rest = bytes;
  for (const layer of layers.toReversed()) {
    const unpacker = unpackers[layer];
    if (unpacker) rest = await undo(layer, unpacker, rest, limitBytes, remark);
  }
  return rest;
}

/** Packed bytes of any length hold control characters, which no text has beside white space and escape. */
function mayBeText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b);
}

async function undo(
  name: string,
  unpacker: Unpacker,
  bytes: Uint8Array,
  limitBytes: number,
  remark: (what: Remark) => void,
): Promise<Uint8Array> {
  const whole = await attempt(unpacker, bytes, { maxOutputLength: limitBytes });
  if (whole.ok) return whole.bytes;
  const isCut = whole.code === 'Z_BUF_ERROR';
  const bare = isCut ? undefined : bareOf(name, bytes);
  const options = { maxOutputLength: limitBytes, finishFlush: unpacker.partial };
  const part = bare
    ? await attempt(bareDeflate, bare, options)
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
 * The deflated data alone, for browsers read neither the checksum of gzip nor what stands behind it, and some servers
 * call data “deflate” that lack the frame which the word means.
 */
function bareOf(name: string, bytes: Uint8Array): Uint8Array | undefined {
  if (name === 'deflate') return bytes;
  if (!name.endsWith('gzip') || bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8)
    return undefined;
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  // A file's name and a comment end with a zero.
  for (const flag of [8, 16]) {
    if (flags & flag) at = bytes.indexOf(0, at) + 1 || bytes.length;
  }
  return bytes.subarray(flags & 2 ? at + 2 : at);
}
