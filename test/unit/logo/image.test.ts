/** Which files are shown as a logo: decided by their bytes. */
import { expect, test } from 'vitest';
import { imageTypeOf, logoLimitBytes } from '../../../shared/logo/image.ts';
import { jpeg, png, webp } from './pictures.ts';

const sized = (bytes: Uint8Array, length: number) => {
  const whole = new Uint8Array(length);
  whole.set(bytes);
  return whole;
};
const text = (of: string) => new TextEncoder().encode(of);

test.each<[string, Uint8Array, string | undefined]>([
  ['a PNG', png(64, 64), 'image/png'],
  ['a JPEG', jpeg(64, 48), 'image/jpeg'],
  ['a WebP with losses', webp('VP8 ', 64, 64), 'image/webp'],
  ['a WebP without', webp('VP8L', 64, 64), 'image/webp'],
  ['an extended WebP', webp('VP8X', 64, 64), 'image/webp'],
  ['the largest', png(1024, 1024), 'image/png'],
  ['a PNG that claims billions of pixels', png(65_535, 65_535), undefined],
  ['one that is too wide', png(1025, 1), undefined],
  ['one without pixels', png(0, 64), undefined],
  ['a JPEG of 4 gigapixels', jpeg(65_535, 65_535), undefined],
  ['a WebP of 16 gigapixels', webp('VP8X', 16_777_215, 1024), undefined],
  ['a WebP that moves', webp('VP8X', 64, 64, 2), undefined],
  ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), undefined],
  ['a page', text('<!doctype html><title>404</title>'), undefined],
  ['a GIF', text('GIF89a'), undefined],
  ['nothing', new Uint8Array(), undefined],
  ['a PNG that ends early', png(64, 64).slice(0, 20), undefined],
  ['a JPEG of padding', new Uint8Array(200_000).fill(0xff), undefined],
  ['as much as is allowed', sized(png(64, 64), logoLimitBytes), 'image/png'],
  ['more', sized(png(64, 64), logoLimitBytes + 1), undefined],
])('%s', (_what, bytes, type) => {
  expect(imageTypeOf(bytes)).toBe(type);
});

test('a JPEG whose segments lead nowhere takes no time', () => {
  const segments = new Uint8Array(logoLimitBytes).fill(0xff);
  segments.set([0xff, 0xd8, 0xff, 0xe0, 0, 0]);
  for (let at = 2; at + 4 < segments.length; at += 4) segments.set([0xff, 0xe0, 0, 2], at);
  expect(imageTypeOf(segments)).toBeUndefined();
});
