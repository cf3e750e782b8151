/** When feedback can be sent, a request to restore something starts there. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedbackPage } from './pages/feedback.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

let scene: Scene;

beforeAll(async () => {
  const ideas = { id: 'ideas', via: 'github', name: 'Ideas', repository: 'maple/ideas' } as const;
  scene = await setScene({
    args: ['--show'],
    backups: true,
    talk: { feedback: { destinations: [ideas] } },
  });
});
afterAll(() => scene.stop());

test('the page of the backups leads there, and what is begun can be written on', async () => {
  const window = await scene.window();
  const { page, button, goTo } = window;
  await goTo('Backups');
  await window.page.getByRole('button', { name: 'Request a restore…', exact: true }).click();
  const words = feedbackPage(window).words();
  expect(await words.inputValue()).toMatch(/^Please help me restore something\.\n/);
  await goTo('Backups');
  await page.locator('summary', { hasText: 'Website' }).click();
  await button('Request a restore from Website').click();
  expect(await words.inputValue()).toContain('the backup “Website”');
});
