/** What a picture may be on its way from the window to the disk: a plain PNG without anything said beside it. Pure. */

/** Fits every server's limit and takes no minutes to upload. */
export const pictureLimitBytes = 10 * 1024 * 1024;
/** Of one side: wider than any desk of screens. */
export const pictureLimitPx = 16_384;

export type PictureFault = 'not-a-picture' | 'too-large';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Pixels and how to read their colours. All else can hold words: a place, a name, a program. */
const plain = new Set(['IHDR', 'PLTE', 'tRNS', 'sRGB', 'gAMA', 'cHRM', 'cICP', 'sBIT', 'IDAT']);

/** Undefined for one that may be kept. */
export function faultOf(bytes: Uint8Array): PictureFault | undefined {
  if (bytes.length > pictureLimitBytes) return 'too-large';
  if (signature.some((byte, at) => bytes[at] !== byte)) return 'not-a-picture';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!hasPlainChunks(view)) return 'not-a-picture';
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width === 0 || height === 0) return 'not-a-picture';
  return Math.max(width, height) > pictureLimitPx ? 'too-large' : undefined;
}

/** A length, a name, as many bytes and a checksum, from one to the next; IHDR of 13 bytes first, IEND last. */
function hasPlainChunks(view: DataView): boolean {
  let at = signature.length;
  while (at + 12 <= view.byteLength) {
    const length = view.getUint32(at);
    const name = nameAt(view, at + 4);
    const isFirst = at === signature.length;
    if (isFirst !== (name === 'IHDR') || (isFirst && length !== 13)) return false;
    at += 12 + length;
    if (name === 'IEND') return length === 0 && at === view.byteLength;
    if (!plain.has(name)) return false;
  }
  return false;
}

function nameAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}
