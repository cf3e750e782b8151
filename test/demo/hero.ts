/** The pictures of the README: panel, menu, notification and window at once, and the same as a short loop. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Desktop } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import type { SentNotification } from '../desktop/notifications.ts';
import { recordNotifications } from '../desktop/notifications.ts';
import { findTrayItem } from '../desktop/tray.ts';
import { startApp } from '../e2e/app.ts';
import { seedPast } from './past.ts';
import type { Show } from './pictures.ts';
import { settle } from './settle.ts';

const run = promisify(execFile);

const screen = { width: 1376, height: 800 };
/** Beside the notification and the panel's menu. */
const bounds = { x: 24, y: 24, width: 930, height: 700 };
/** The icon's place on the panel of `test/desktop/settings.ts`. */
const icon = { x: screen.width - 85, y: screen.height - 18 };
const nowhere = { x: screen.width - 8, y: screen.height / 2 };

/** Hundredths of a second that each picture of the loop is shown. */
const frames = { calm: 180, told: 220, page: 280, back: 200 };

export async function takeHero(show: Show): Promise<void> {
  for (const dark of [false, true]) await play(show, dark);
  const paths = Object.entries(frames).flatMap(([name, shown]) => [
    '-delay',
    String(shown),
    join(show.folder, `loop-${name}.png`),
  ]);
  await run('convert', [...paths, '-loop', '0', '-quality', '85', join(show.folder, 'loop.webp')]);
}

async function play(
  { coop, talk, timeZone, executable, folder }: Show,
  dark: boolean,
): Promise<void> {
  const desktop = await startDesktop({
    dark,
    timeZone,
    size: `${screen.width}x${screen.height}`,
  });
  const profile = desktop.makeFolder('profile');
  seedPast(profile, { coop, talk, timeZone });
  const notifications = await recordNotifications(desktop);
  const args = [`--coop=${coop.documentUrl}`, '--show', '--lang=en'];
  const app = await startApp(desktop, { executable, profile, args });
  const tray = await findTrayItem(desktop.bus);
  const page = await app.page();
  const shot = async (name: string) => {
    await settle();
    await desktop.screenshot(join(folder, `${name}.png`));
  };
  const loop = async (name: keyof typeof frames) => (dark ? undefined : shot(`loop-${name}`));

  await app.electron.evaluate(({ BrowserWindow }, place) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(place);
  }, bounds);
  await point(desktop, nowhere);
  await tray.waitFor((now) => now.tooltip.startsWith('All services are working'));
  // What is told of the backups is another story.
  await notifications.waitFor((one) => one.summary.includes('backup'));
  await notifications.dismissAll();
  await page.getByRole('main').getByText('All services are working').waitFor();
  await loop('calm');
  await coop.service('calls').take('down');
  await notifications.waitFor((one) => isAbout(one, 'down'));
  await loop('told');
  await point(desktop, icon, 'click', '3');
  await shot(dark ? 'hero-dark' : 'hero');
  await point(desktop, nowhere, 'key', 'Escape');
  await page
    .getByRole('button', { name: /^Details of Calls/ })
    .first()
    .click();
  await notifications.dismissAll();
  await page.getByRole('article').waitFor();
  // Playwright's own pointer stays where it clicked.
  await page.mouse.move(0, 0);
  await point(desktop, nowhere);
  await loop('page');
  await coop.service('calls').take('up');
  await notifications.waitFor((one) => isAbout(one, 'up'));
  await loop('back');
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Backups/ })
    .click();
  await page.locator('main h1').waitFor();
  await point(desktop, nowhere);
  await settle();
  await page.screenshot({ path: join(folder, dark ? 'backups-dark.png' : 'backups.png') });
  notifications.stop();
  await app.stop();
  await desktop.stop();
}

/** A busy machine may tell it together with something else. */
function isAbout({ summary, body }: SentNotification, change: 'down' | 'up'): boolean {
  return new RegExp(`Calls \\(BigBlueButton\\)(:| is) ${change}`).test(`${summary}\n${body}`);
}

async function point(
  desktop: Desktop,
  { x, y }: typeof icon,
  ...then: readonly string[]
): Promise<void> {
  await run('xdotool', ['mousemove', String(x), String(y), ...then], {
    env: { ...process.env, ...desktop.env },
  });
}
