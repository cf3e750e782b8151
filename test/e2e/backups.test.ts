/** The backups page: every kind of trouble in words, by keyboard, and never green for what cannot be read. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

const vaultKey = 'maple-read-only';

let scene: Scene;
let window: AppWindow;
let page: Page;

/** A backup's row; its heading says the state as well. */
const card = (name: string) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name: `${name}, ` }) });
const unfold = (name: string) => card(name).locator('summary').first().click();

beforeAll(async () => {
  scene = await setScene({ args: ['--show'], backups: { vaultKey } });
  window = await scene.window();
  page = window.page;
  await window.goTo('Backups');
  await card('Passwords (Passbolt)').waitFor();
});
afterAll(() => scene.stop());

test('the first line answers whether our data is safe, and each kind of trouble has its words', async () => {
  await window.shows('Passwords (Passbolt) backup is overdue');
  await page.getByText(/^The last good backup of Passwords \(Passbolt\) is from /).waitFor();
  const told = [
    [
      'Passwords (Passbolt)',
      /^(Overdue since|\d+ backups missing since) .+\. Last good backup .+\.$/,
    ],
    ['Files (Nextcloud)', 'Goes back 88 days; 90 are required.'],
    ['Forum', 'A restore has never been tested.'],
    [
      'Passwords (read-only copy)',
      /^The standby’s data is 6 days old \(.+\); the limit is \d+ hours\.$/,
    ],
  ] as const;
  for (const [name, sentence] of told) {
    if (name !== 'Passwords (Passbolt)') await unfold(name);
    await card(name).getByText(sentence).waitFor();
  }
  expect(await card('Passwords (Passbolt)').textContent()).toContain(
    'Ask El or Robin about Passwords (Passbolt)…',
  );
});

test('what is well is folded, and opens by keyboard', async () => {
  const fold = page.locator('summary', { hasText: 'Website' });
  await fold.press('Enter');
  await card('Website').getByText('Day by day').press('Enter');
  const strip = page.getByRole('slider', { name: 'Website, last 90 days' });
  await strip.waitFor();
  await fold.press('Enter');
  await strip.waitFor({ state: 'hidden' });
});

test('the days are walked with the arrow keys, each with its reason', async () => {
  await card('Passwords (Passbolt)').getByText('Day by day').click();
  const strip = page.getByRole('slider', { name: 'Passwords (Passbolt), last 90 days' });
  expect(await strip.getAttribute('aria-valuemax')).toBe('90');
  await strip.focus();
  const focused = () => strip.getAttribute('aria-valuetext');
  expect(await focused()).toMatch(/: no backup$/);
  await page.keyboard.press('End');
  // The last run was today or yesterday.
  for (let back = 0; back < 40 && !(await focused())?.includes('failed'); back += 1) {
    await page.keyboard.press('ArrowLeft');
  }
  expect(await focused()).toMatch(/: backup failed\. Message: No space left on device$/);
  await card('Passwords (Passbolt)').locator('p', { hasText: 'No space left on device' }).waitFor();
});

test('the sizes are drawn, and every day is in a table', async () => {
  const forum = card('Forum');
  await forum.getByText('Day by day').click();
  await forum.getByText('Size over time').waitFor();
  await forum.getByText(/^Now 2\.\d+ GB; between 25\d MB and 2\.\d+ GB/).waitFor();
  await forum.getByText('Show as table').click();
  expect(await forum.getByRole('row').count()).toBe(91);
  await forum.getByText('Show as table').click();
});

test('no fault that axe can see, nor anything cut off at 360 pixels', async () => {
  expect(await window.violations()).toEqual([]);
  expect(await window.overflowPx()).toBeLessThanOrEqual(0);
});

test('a request to get something back is written for the member, and copied without names', async () => {
  await card('Forum').getByRole('button', { name: 'Request a restore from Forum' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('textbox').inputValue()).toContain('the backup “Forum”');
  expect(await window.violations()).toEqual([]);
  await dialog.getByRole('button', { name: 'Copy text' }).click();
  await dialog.getByText('Copied').waitFor();
  expect(await scene.app.electron.evaluate(({ clipboard }) => clipboard.readText())).toContain(
    'the backup “Forum”',
  );
  await dialog.getByRole('textbox').fill('Gone: /home/ana/budget.ods');
  await dialog.getByRole('checkbox', { name: 'Leave in: ana (a name in a path)' }).waitFor();
  expect(await window.violations()).toEqual([]);
  await dialog.getByRole('button', { name: 'Copy text' }).click();
  await dialog.getByText('Copied').waitFor();
  expect(await scene.app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    'Gone: /home/[name]/budget.ods',
  );
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

test('a key that is typed opens the source, and is in the keyring', async () => {
  const note = page.getByRole('note').filter({ hasText: 'No report from Hoster’s vault' });
  await note.getByLabel('Key for Hoster’s vault').fill(vaultKey);
  await note.getByRole('button', { name: 'Save to keyring' }).click();
  await page.locator('summary', { hasText: 'Virtual machines' }).waitFor();
  await note.waitFor({ state: 'hidden' });
});

test('the tray’s menu says what is not well, and leads to the page', async () => {
  await window.goTo('Status');
  const tray = await scene.tray();
  const line = 'Backups: 1 at risk, 3 need attention';
  await tray.waitFor((now) => now.menu.some((one) => one.label === line));
  await tray.choose(line);
  await card('Passwords (Passbolt)').waitFor();
});

test('a source that turns to HTML keeps its last reading, with its age and no green', async () => {
  scene.coop.backups().take('html');
  await page.getByRole('button', { name: 'Check now' }).click();
  const note = page.getByRole('note').filter({ hasText: 'No report from Backup machine' });
  await note.getByText('It answers with a web page instead of data.').waitFor();
  await note.getByText(/Showing the state from [\d:]+, .+ ago\.$/).waitFor();
  await card('Passwords (Passbolt)').waitFor();
  expect(await page.locator('main svg[data-verdict="up"]').count()).toBe(0);
});
