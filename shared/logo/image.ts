/**
 * Which pictures a co-op's logo may be: small PNG, JPEG or WebP files, told by their bytes. SVG is left out: it is a
 * program for a renderer, and one of a few bytes can keep it busy. Pure.
 */

/** In bytes. */
export const logoLimitBytes = 256 * 1024;
/** Of either side, in pixels: the rail shows 32, and a picture of a few bytes may claim billions. */
const sideLimit = 1024;

export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp';
type Size = readonly [width: number, height: number];

/** Undefined for anything that is not such a picture, whatever it is called. */
export function imageTypeOf(bytes: Uint8Array): ImageType | undefined {
  if (bytes.length > logoLimitBytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [type, sizeOf] of readers) {
    const size = sizeOf(view);
    if (size) return size.every((side) => side > 0 && side <= sideLimit) ? type : undefined;
  }
  return undefined;
}

const readers: readonly (readonly [ImageType, (view: DataView) => Size | undefined])[] = [
  ['image/png', pngSize],
  ['image/jpeg', jpegSize],
  ['image/webp', webpSize],
];

function has(view: DataView, at: number, text: string): boolean {
  if (at + text.length > view.byteLength) return false;
  return Array.from(text).every((sign, index) => view.getUint8(at + index) === sign.charCodeAt(0));
}

/** The header is the first chunk. https://www.w3.org/TR/png-3/#11IHDR */
function pngSize(view: DataView): Size | undefined {
  if (view.byteLength < 33 || !has(view, 0, '\x89PNG\r\n\x1a\n') || !has(view, 12, 'IHDR'))
    return undefined;
  return [view.getUint32(16), view.getUint32(20)];
}

/** Frame headers are the markers C0 to CF, but for C4, C8 and CC. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** The size is in the frame header, after segments of any number. */
function jpegSize(view: DataView): Size | undefined {
  if (!has(view, 0, '\xff\xd8\xff')) return undefined;
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    // Padding before a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(view: DataView): Size | undefined {
  if (view.byteLength < 30 || !has(view, 0, 'RIFF') || !has(view, 8, 'WEBP')) return undefined;
  if (has(view, 12, 'VP8 '))
    return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  if (has(view, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
  }
  if (!has(view, 12, 'VP8X')) return undefined;
  const side = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  const isAnimated = (view.getUint8(20) & 2) !== 0;
  // Nothing moves in the rail.
  return isAnimated ? undefined : [side(24), side(27)];
}
