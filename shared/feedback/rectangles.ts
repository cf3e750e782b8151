/** Cropping and blacking out, in whole pixels of the original picture. Pure. */
export type Rect = Readonly<{ x: number; y: number; width: number; height: number }>;
export type Size = Readonly<{ width: number; height: number }>;
export type Point = Readonly<{ x: number; y: number }>;
export type Edit = Readonly<{ crop: Rect; covers: readonly Rect[] }>;

export function wholeOf({ width, height }: Size): Rect {
  return { x: 0, y: 0, width, height };
}

/** Clamped to the picture, at least 1 × 1. Rounded outwards, so that nothing covered shows at an edge. */
export function within(rect: Rect, size: Size): Rect {
  const left = clamp(Math.floor(rect.x), 0, size.width - 1);
  const top = clamp(Math.floor(rect.y), 0, size.height - 1);
  const right = clamp(Math.ceil(rect.x + rect.width), left + 1, size.width);
  const bottom = clamp(Math.ceil(rect.y + rect.height), top + 1, size.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Between two opposite corners, in any order. */
export function between(a: Point, b: Point): Rect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/**
 * Where the keyboard begins: a quarter of the width and height, in the middle. `earlier` ones shift it, so that each
 * covers something of its own.
 */
export function coverOf(size: Size, earlier: number): Rect {
  const { width, height } = size;
  const shift = (earlier % 8) / 20;
  return within(
    {
      x: width * (0.375 + shift),
      y: height * (0.375 + shift),
      width: width / 4,
      height: height / 4,
    },
    size,
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
