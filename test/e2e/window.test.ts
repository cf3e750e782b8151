/** The window as a person uses it: by eye, by keyboard, by screen reader. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import { violations } from './violations.ts';

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

describe.each([
  ['light', 'en'],
  ['dark', 'fr'],
] as const)('in %s, %s', (scheme, lang) => {
  let scene: Scene;
  let page: Page;
  beforeAll(async () => {
    scene = await setScene({
      args: ['--show', `--lang=${lang}`],
      desktop: { dark: scheme === 'dark' },
    });
    page = await scene.app.page();
    await heading(
      page,
      lang === 'en' ? '1 of 16 needs attention' : '1 sur 16 demande votre attention',
    );
  });
  afterAll(() => scene.stop());

  test('it follows the desktop’s colours and language', async () => {
    const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect([dark, await page.getAttribute('html', 'lang')]).toEqual([scheme === 'dark', lang]);
  });

  test('no page has a fault that axe can see', async () => {
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /Website/ }).click();
    await heading(page, 'Website');
    expect(await violations(page)).toEqual([]);
    for (const name of lang === 'en'
      ? ['Where to meet', 'Settings']
      : ['Où se retrouver', 'Réglages']) {
      await page.getByRole('button', { name, exact: true }).click();
      expect(await violations(page)).toEqual([]);
    }
    await page.getByRole('button', { name: lang === 'en' ? 'Status' : 'État' }).click();
  });

  test('nothing is cut off at 360 pixels', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 900, height: 620 });
  });

  test('every action can be reached and done with the keyboard', async () => {
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('forum');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await heading(page, 'Forum (Discourse)');
    const focused = await page.evaluate(() => document.activeElement?.tagName);
    expect(focused).toBe('H1');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox').waitFor();
  });

  test('details of a service can be copied', async () => {
    await page
      .getByRole('button', { name: lang === 'en' ? /^Details of Staging/ : /^Détails de Staging/ })
      .click();
    await page
      .getByRole('button', { name: lang === 'en' ? 'Copy details' : 'Copier les détails' })
      .click();
    await page.getByText(lang === 'en' ? 'Copied' : 'Copié', { exact: true }).waitFor();
    const text = await scene.app.electron.evaluate(({ clipboard }) => clipboard.readText());
    expect(text).toContain('certificate-expiring');
    expect(text).toContain('Test authority');
  });

  test('“check now” checks', async () => {
    await page
      .getByRole('button', {
        name: lang === 'en' ? 'Back to all services' : 'Retour à tous les services',
      })
      .click();
    await page
      .getByRole('button', { name: lang === 'en' ? 'Check now' : 'Vérifier maintenant' })
      .click();
    await page
      .getByRole('button', { name: lang === 'en' ? 'Check now' : 'Vérifier maintenant' })
      .waitFor();
  });
});
