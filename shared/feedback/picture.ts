/** Validates a picture from the window before it is saved: a plain PNG without metadata. Pure. */

/** Within every server's limit, and quick to upload. */
export const pictureLimitBytes = 10 * 1024 * 1024;
/** Max width and height; wider than any multi-monitor desk. */
export const pictureLimitPx = 16_384;

export type PictureFault = 'not-a-picture' | 'too-large';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Pixels and colour information. Any other chunk can hold text: a location, a name, a program. */
const allowedChunks = new Set([
  'IHDR',
  'PLTE',
  'tRNS',
  'sRGB',
  'gAMA',
  'cHRM',
  'cICP',
  'sBIT',
  'IDAT',
]);

/** Undefined if the picture is acceptable. */
export function faultOf(bytes: Uint8Array): PictureFault | undefined {
  if (bytes.length > pictureLimitBytes) return 'too-large';
  if (signature.some((byte, at) => bytes[at] !== byte)) return 'not-a-picture';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!hasPlainChunks(view)) return 'not-a-picture';
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width === 0 || height === 0) return 'not-a-picture';
  return Math.max(width, height) > pictureLimitPx ? 'too-large' : undefined;
}

/** Each chunk is a length, a name, that many bytes and a checksum; IHDR with 13 bytes first, IEND last. */
function hasPlainChunks(view: DataView): boolean {
  let at = signature.length;
  while (at + 12 <= view.byteLength) {
    const length = view.getUint32(at);
    const name = nameAt(view, at + 4);
    const isFirst = at === signature.length;
    if (isFirst !== (name === 'IHDR') || (isFirst && length !== 13)) return false;
    at += 12 + length;
    if (name === 'IEND') return length === 0 && at === view.byteLength;
    if (!allowedChunks.has(name)) return false;
  }
  return false;
}

function nameAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}
