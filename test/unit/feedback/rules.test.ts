import { describe, expect, test } from 'vitest';
import type { About } from '../../../shared/feedback/item.ts';
import { oldBuildOf } from '../../../shared/feedback/old-build.ts';
import { between, coverOf, within } from '../../../shared/feedback/rectangles.ts';

const size = { width: 100, height: 50 };

describe('a rectangle', () => {
  test.each([
    ['inside stays', { x: 1, y: 2, width: 3, height: 4 }, { x: 1, y: 2, width: 3, height: 4 }],
    [
      'covers every pixel that it touches',
      { x: 1.9, y: 2.1, width: 1, height: 1 },
      { x: 1, y: 2, width: 2, height: 2 },
    ],
    [
      'ends with the picture',
      { x: 90, y: 40, width: 90, height: 90 },
      { x: 90, y: 40, width: 10, height: 10 },
    ],
    [
      'from outside begins with it',
      { x: -5, y: -5, width: 10, height: 10 },
      { x: 0, y: 0, width: 5, height: 5 },
    ],
    [
      'has at least a pixel',
      { x: 300, y: 300, width: 0, height: -9 },
      { x: 99, y: 49, width: 1, height: 1 },
    ],
  ])('%s', (_what, rect, expected) => {
    expect(within(rect, size)).toEqual(expected);
  });

  test('lies between two corners, whichever come first', () => {
    const rect = { x: 1, y: 2, width: 3, height: 4 };
    expect(between({ x: 4, y: 2 }, { x: 1, y: 6 })).toEqual(rect);
    expect(between({ x: 1, y: 6 }, { x: 4, y: 2 })).toEqual(rect);
    expect(coverOf({ width: 1, height: 1 }, 3)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });
});

const app = (build: string): About => ({ what: 'app', name: 'Coop Tray', build });
const site = (build?: string): About => ({
  what: 'staging',
  name: 'Site',
  ...(build === undefined ? {} : { build }),
});
const pads: About = { what: 'service', id: 'pads', name: 'Pads' };

describe('an old build', () => {
  test.each([
    [app('0.9.0'), '0.10.0', undefined, '0.10.0'],
    [app('v1.2.3'), '1.2.3', undefined, undefined],
    [app('2.0.0'), '1.9.9', undefined, undefined],
    [app('1.0.0-beta.2'), '1.0.0', undefined, '1.0.0'],
    [app('1.0.0'), '1.0.0-beta.2', undefined, undefined],
    [app('1.0.0'), undefined, undefined, undefined],
    [site('41'), undefined, '42', '42'],
    [site('42'), undefined, '42', undefined],
    [site('41'), undefined, undefined, undefined],
    [site(), undefined, '42', undefined],
    [pads, '9', '42', undefined],
  ])('%j, where %s and %s are the newest', (about, newestApp, newest, expected) => {
    const staging = [{ id: 'site', name: 'Site', newest }];
    expect(oldBuildOf(about, { newestApp, staging })?.newest).toBe(expected);
  });
});
