import { expect, test } from 'vitest';
import { windowSize } from '../../../main/desktop/window-size.ts';

test.each([
  ['a usual screen', [1280, 766], [900, 620]],
  ['1280 × 800 scaled by two', [640, 383], [640, 343]],
  ['a very small one', [320, 240], [320, 200]],
] as const)('%s', (_what, [width, height], [fitsWidth, fitsHeight]) => {
  const size = windowSize({ width, height });
  expect([size.width, size.height]).toEqual([fitsWidth, fitsHeight]);
  expect(size.minWidth).toBeLessThanOrEqual(width);
  expect(size.minHeight).toBeLessThanOrEqual(height);
});
