/** The beginnings of pictures: as much as tells their kind and size. */

function bytesOf(
  length: number,
  ...parts: readonly (readonly [at: number, string | readonly number[]])[]
) {
  const bytes = new Uint8Array(length);
  for (const [at, part] of parts) {
    bytes.set(typeof part === 'string' ? Array.from(part, (sign) => sign.charCodeAt(0)) : part, at);
  }
  return bytes;
}
const big = (value: number, count: number) =>
  Array.from({ length: count }, (_, at) => Math.floor(value / 256 ** (count - 1 - at)) % 256);
const little = (value: number, count: number) => big(value, count).toReversed();

export const png = (width: number, height: number) =>
  bytesOf(33, [0, '\x89PNG\r\n\x1a\n'], [12, 'IHDR'], [16, big(width, 4)], [20, big(height, 4)]);

/** With a segment before the frame. */
export const jpeg = (width: number, height: number) =>
  bytesOf(
    24,
    [0, [0xff, 0xd8, 0xff, 0xe0, 0, 4]],
    [8, [0xff, 0xc0, 0, 11, 8, ...big(height, 2), ...big(width, 2)]],
  );

export function webp(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number, flags = 0) {
  const head = [
    [0, 'RIFF'],
    [8, `WEBP${kind}`],
  ] as const;
  if (kind === 'VP8 ') return bytesOf(30, ...head, [26, little(width, 2)], [28, little(height, 2)]);
  if (kind === 'VP8X') {
    return bytesOf(
      30,
      ...head,
      [20, [flags]],
      [24, little(width - 1, 3)],
      [27, little(height - 1, 3)],
    );
  }
  return bytesOf(30, ...head, [21, little(width - 1 + (height - 1) * 2 ** 14, 4)]);
}
