/** Every component and every page, in every state: as stored, and without a fault that axe can see in either theme. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patience } from '../patience.ts';
import type { Gallery, Show } from './pictures.ts';
import {
  difference,
  faultsIn,
  narrow,
  openGallery,
  picture,
  storedChromium,
  themesOf,
  turn,
  usual,
} from './pictures.ts';

let gallery: Gallery;
const seen: Readonly<Record<'differing' | 'light' | 'dark' | 'cutOff' | 'sideways', string[]>> = {
  differing: [],
  light: [],
  dark: [],
  cutOff: [],
  sideways: [],
};

// Once through all entries, since each takes a moment to load.
beforeAll(async () => {
  gallery = await openGallery();
  await gallery.each(look);
}, 1_500_000 * patience());
afterAll(() => gallery.stop());

async function look(entry: string, show: Show): Promise<void> {
  const page = await show(entry);
  const stored = themesOf(entry);
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    if (theme === 'contrast' && !stored.includes(theme)) continue;
    await turn(page, theme);
    if (stored.includes(theme))
      seen.differing.push(...difference(entry, theme, await picture(page, entry)));
    // Forced colours are the system's own.
    if (theme !== 'contrast') seen[theme].push(...(await faultsIn(page, entry, theme)));
  }
  await turn(page, 'light');
  await show(entry, 'fr');
  if (await scrollsSideways(page)) seen.sideways.push(entry);
  await page.setViewportSize(narrow);
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  if (width > narrow.width) seen.cutOff.push(`${entry} is ${width} wide`);
  if (stored.includes('narrow')) {
    await turn(page, 'narrow');
    seen.differing.push(...difference(entry, 'narrow', await picture(page, entry)));
  }
  await page.setViewportSize(usual);
}

/** Whether a table of a page is wider than its place, in the window as it is first opened. */
function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    `[...document.querySelectorAll('main section')].some((one) =>
      getComputedStyle(one).overflowX === 'auto' && one.scrollWidth > one.clientWidth)`,
  );
}

test('every entry looks as stored', (context) => {
  // Another Chromium sets text differently, everywhere by a little.
  if (gallery.chromium !== storedChromium())
    context.skip(`stored with Chromium ${storedChromium()}, here is ${gallery.chromium}`);
  expect(seen.differing).toEqual([]);
});

test.each(['light', 'dark'] as const)('no entry has a fault that axe can see, %s', (theme) => {
  expect(seen[theme]).toEqual([]);
});

test('no entry is cut off at 360 pixels, in French', () => {
  expect(seen.cutOff).toEqual([]);
});

test('no table scrolls sideways in a window of the usual size, in French', () => {
  expect(seen.sideways).toEqual([]);
});
