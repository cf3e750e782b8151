import { describe, expect, test } from 'vitest';
import { windowPlace, windowSize } from '../../../main/desktop/window-size.ts';

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

test.each([
  ['none', undefined],
  ['one without a size', { width: 0, height: 0 }],
])('no screen, but %s: the usual size', (_what, area) => {
  expect(windowSize(area)).toEqual({ width: 900, height: 620, minWidth: 320, minHeight: 256 });
});

// Element 2959, mojibar 56; wire-desktop 189, electron-window-state 43, electron-window-state-manager 1.
describe('a window that was there before', () => {
  const primary = { x: 0, y: 27, width: 1920, height: 1053 };
  const right = { x: 1920, y: 0, width: 1280, height: 1024 };
  const left = { x: -1280, y: 0, width: 1280, height: 1024 };
  test.each([
    ['is as large again', [primary], { x: 5, y: 60, width: 1100, height: 900 }, [1100, 900]],
    ['fits the screen of now', [primary], { x: 0, y: 0, width: 3000, height: 2000 }, [1920, 1013]],
    [
      'is on the same screen again',
      [primary, right],
      { x: 1900, y: 10, width: 800, height: 600 },
      [800, 600, 2160, 212],
    ],
    [
      'is on one to the left again',
      [primary, left],
      { x: -900, y: 10, width: 800, height: 600 },
      [800, 600, -1040, 212],
    ],
    [
      'is where the desktop puts it if its screen is gone',
      [primary],
      { x: 2500, y: 10, width: 800, height: 600 },
      [800, 600],
    ],
    ['has the usual size the first time', [primary, right], undefined, [900, 620]],
  ])('%s', (_what, areas, kept, expected) => {
    const { width, height, x, y } = { x: undefined, y: undefined, ...windowPlace(areas, kept) };
    expect([width, height, ...(x === undefined ? [] : [x, y])]).toEqual(expected);
  });
});
