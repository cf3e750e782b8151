/** The window as a person uses it: by eye, by keyboard, by screen reader. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTranslate } from '../translate.ts';
import type { StatusPage } from './pages/status.ts';
import { statusPage } from './pages/status.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { pace, setScene } from './scene.ts';

describe.each([
  ['light', 'en'],
  ['dark', 'fr'],
] as const)('in %s, %s', (scheme, lang) => {
  const t = createTranslate(lang);
  let scene: Scene;
  let window: AppWindow;
  let status: StatusPage;
  beforeAll(async () => {
    scene = await setScene({
      args: ['--show', `--lang=${lang}`],
      // After each service's first check, only the member's own checks run.
      pace: { ...pace, intervalS: 86_400 },
      desktop: { dark: scheme === 'dark' },
    });
    window = await scene.window();
    status = statusPage(window, lang);
    await status.isDown();
  });
  afterAll(() => scene.stop());

  test('it follows the desktop’s colours and language', async () => {
    const { page } = window;
    const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect([dark, await page.getAttribute('html', 'lang')]).toEqual([scheme === 'dark', lang]);
  });

  test('no page has a fault that axe can see', async () => {
    expect(await window.violations()).toEqual([]);
    await status.open();
    expect(await window.violations()).toEqual([]);
    await status.openDetails(/Website/);
    await window.shows('Website');
    expect(await window.violations()).toEqual([]);
    for (const name of ['page.emergency', 'page.settings'] as const) {
      await window.goTo(t(name));
      expect(await window.violations()).toEqual([]);
    }
  });

  test('nothing is cut off at 360 pixels', async () => {
    await window.goTo(t('page.today'));
    expect(await window.overflowPx()).toBeLessThanOrEqual(0);
    await status.open();
    expect(await window.overflowPx()).toBeLessThanOrEqual(0);
    expect(await window.violations()).toEqual([]);
  });

  test('every action can be reached and done with the keyboard', async () => {
    const { page } = window;
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('forum');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await window.shows('Forum (Discourse)');
    expect((await window.focused()).tag).toBe('H1');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox').waitFor();
  });

  test('details of a service can be copied', async () => {
    await status.openDetails(/^Staging site/);
    await status.unfold();
    await window.button(t('status.copy')).click();
    await window.page.getByText(t('status.copied'), { exact: true }).waitFor();
    const text = await scene.app.electron.evaluate(({ clipboard }) => clipboard.readText());
    expect(text).toContain('certificate-expiring');
    expect(text).toContain('Test authority');
    await status.backToList();
  });

  test('“check now” checks', async () => {
    await scene.coop.service('calls').take('down');
    await status.isDown();
    await status.checkNow();
    await status.isDown('Calls (BigBlueButton)');
  });
});
