/** Shows the main job on a virtual desktop and takes a picture of every step and page. */
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { inTurn } from '../../build/setup/turn.mjs';
import type { Desktop } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import { recordNotifications } from '../desktop/notifications.ts';
import type { TrayItem } from '../desktop/tray.ts';
import { findTrayItem } from '../desktop/tray.ts';
import type { RunningApp } from '../e2e/app.ts';
import { startApp } from '../e2e/app.ts';
import { patience } from '../patience.ts';
import type { StandInCoop } from '../servers/coop/index.ts';
import { seedPast } from './past.ts';
import { begins, said } from './said.ts';
import { scrollTo } from './scroll.ts';
import { settle } from './settle.ts';
import { printTable } from './table.ts';
import { signIn, talkOver } from './talk-pictures.ts';
import type { DemoTalk } from './talk.ts';

export type Show = Readonly<{
  executable: string;
  coop: StandInCoop;
  talk: DemoTalk;
  /** One for all pictures: the hour may change while they are taken. */
  timeZone: string;
  folder: string;
}>;

const screenSize = '1440x900';

type Stage = Readonly<{ desktop: Desktop; app: RunningApp; page: Page; tray: TrayItem }>;

export async function showOff(show: Show): Promise<void> {
  const { folder } = show;
  // Another demo may take pictures at the same time: each set replaces an older one once it is complete.
  mkdirSync(dirname(folder), { recursive: true });
  const drafts = mkdtempSync(`${folder}-`);
  chmodSync(drafts, 0o755);
  try {
    await takePictures({ ...show, folder: drafts });
  } finally {
    await inTurn(process.cwd(), () => {
      rmSync(folder, { recursive: true, force: true });
      renameSync(drafts, folder);
    });
  }
  console.log(`Pictures are in ${folder}`);
}

async function takePictures(show: Show): Promise<void> {
  await onStage(show, {}, (stage) => mainJob(show, stage));
  await onStage(show, { dark: true }, (stage) => pages(show, stage, 'dark'));
  await onStage(show, { lang: 'fr' }, (stage) => pages(show, stage, 'french'));
  await firstRun(show);
}

async function onStage(
  { coop, talk, timeZone, executable }: Show,
  options: Readonly<{ dark?: boolean; lang?: string }>,
  play: (stage: Stage) => Promise<void>,
): Promise<void> {
  const desktop = await startDesktop({
    dark: options.dark ?? false,
    timeZone,
    size: screenSize,
  });
  const profile = desktop.makeFolder('profile');
  seedPast(profile, { coop, talk, timeZone });
  const app = await startApp(desktop, {
    executable,
    profile,
    args: [`--coop=${coop.documentUrl}`, '--show', `--lang=${options.lang ?? 'en'}`],
  });
  const tray = await findTrayItem(desktop.bus);
  const page = await app.page();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await tray.waitFor((now) => begins('summary.allUp').test(now.tooltip));
  await play({ desktop, app, page, tray });
  await app.stop();
  await desktop.stop();
}

/** Up, down with its notification, and up again. */
async function mainJob(show: Show, stage: Stage): Promise<void> {
  const { coop } = show;
  const { desktop, tray } = stage;
  const notifications = await recordNotifications(desktop);
  const picture = async (name: string) => {
    await settle();
    await desktop.screenshot(join(show.folder, `${name}.png`));
  };
  const size = await stage.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const isDown = (label: string) => label.startsWith('Calls (BigBlueButton): down');

  printTable(coop);
  console.log(`Tray: ${(await tray.read()).tooltip}`);
  await picture('1-well');

  console.log('Taking the calls down …');
  await coop.service('calls').take('down');
  const told = await notifications.waitFor((one) => one.summary.includes('Calls'));
  console.log(`Notification: ${told.summary}. ${told.body}`);
  console.log(
    `Tray: ${(await tray.waitFor((now) => now.menu.some((one) => isDown(one.label)))).tooltip}`,
  );
  await stage.page.getByText('down since').first().waitFor();
  await picture('2-down');
  await pages(show, stage, 'light');
  await talkOver({ ...show, ...stage, notifications });
  await echoTest(show, stage);

  console.log('Bringing them back …');
  await notifications.dismissAll();
  await coop.service('calls').take('up');
  const back = await notifications.waitFor((one) => one.summary.includes('up again'));
  console.log(`Notification: ${back.summary}`);
  await tray.waitFor((now) => !now.menu.some((one) => isDown(one.label)));
  // As large as the window on the screen again.
  await stage.page.setViewportSize(size);
  await picture('3-back');
  notifications.stop();
}

const wide = { width: 1100, height: 760 };
const narrow = { width: 360, height: 640 };

/** Each page, wide and at 360 pixels. */
async function pages({ folder, talk }: Show, { page }: Stage, look: string): Promise<void> {
  await page.setViewportSize(wide);
  await signIn(page, talk);
  const shot = (name: string) =>
    page.screenshot({ path: join(folder, `page-${name}-${look}.png`) });
  const goTo = (name: RegExp) => page.getByRole('navigation').getByRole('button', { name }).click();
  await shot('today');
  await page.setViewportSize(narrow);
  await shot('today-narrow');
  await page.setViewportSize(wide);
  await goTo(begins('page.status'));
  // The history comes a moment after the states.
  await page.locator('[data-row="files"] path[data-kind]').first().waitFor({ state: 'attached' });
  await shot('status');
  await page.locator('[data-row="files"]').getByRole('button').first().click();
  await page.getByRole('article').waitFor();
  await shot('service');
  await page.getByRole('article').getByRole('slider').waitFor();
  await scrollTo(page.locator('article h2').last());
  await shot('history');
  await goTo(begins('page.calls'));
  await page.getByRole('radio').first().waitFor();
  await shot('calls');
  await compareTests(page, shot);
  await goTo(begins('page.backups'));
  // The backup that is at risk is open.
  await page.locator('main li details[open] summary').first().waitFor();
  await shot('backups');
  await page
    .locator('summary', { hasText: said('backupspage.days') })
    .first()
    .click();
  await page.getByRole('slider').first().waitFor();
  await scrollTo(page.getByRole('slider').first());
  await shot('backups-detail');
  await page.setViewportSize(narrow);
  await shot('backups-narrow');
  await page.setViewportSize(wide);
  await goTo(begins('page.feedback'));
  // It opens on the list, because of a new reply.
  await page.getByRole('tabpanel').getByRole('listitem').first().waitFor();
  await shot('feedback-past');
  await page.getByRole('tab', { name: said('feedback.tab.write') }).click();
  await page.locator('form textarea').waitFor();
  await shot('feedback');
  await goTo(begins('page.announcements'));
  const question = page.getByRole('button', { name: said('news.join') });
  // Once joined, the member is in the room in every app.
  await question.or(page.getByText('Weekly meeting')).waitFor();
  if (await question.isVisible()) {
    await shot('news-join');
    await question.click();
  }
  await page.getByText('Weekly meeting').waitFor();
  await shot('news');
  await goTo(begins('page.emergency'));
  await shot('emergency');
  await goTo(begins('page.settings'));
  await shot('settings');
  await goTo(begins('page.status'));
  await page.setViewportSize(narrow);
  await shot('status-narrow');
  await page.setViewportSize(wide);
}

/** The tests of the past, and those made at home compared. */
async function compareTests(page: Page, shot: (name: string) => Promise<unknown>): Promise<void> {
  await page.locator('summary', { hasText: begins('calls.history') }).click();
  const picks = page.getByRole('checkbox', { name: said('calls.history.pick') });
  await picks.first().waitFor();
  await shot('calls-past');
  for (const place of [0, 1, 2, 3]) await picks.nth(place).check();
  await page.getByRole('button', { name: said('calls.history.compare') }).click();
  await page.getByRole('article').getByRole('heading').first().waitFor();
  await shot('calls-compared');
}

/** A complete echo test of the slow server, pictured half-way and at its end. */
async function echoTest({ folder }: Show, { page }: Stage): Promise<void> {
  const navigation = page.getByRole('navigation');
  console.log('Testing the echo ……');
  await navigation.getByRole('button', { name: said('page.calls') }).click();
  await page.getByRole('radio', { name: /^Federation server/ }).check();
  await page.getByRole('button', { name: said('calls.start.only') }).click();
  const verdict = page.getByRole('article').getByRole('heading', { level: 1 });
  const timeout = 60_000 * patience();
  // A busy machine may render it later, or not before the end.
  const half = page.getByText(/^([6-9]|[1-9]\d+) of at most \d+ s/);
  await half.or(verdict).first().waitFor({ timeout });
  await page.screenshot({ path: join(folder, 'page-calls-running-light.png') });
  await verdict.waitFor({ timeout });
  console.log(`Echo test: ${await verdict.textContent()}`);
  await page.screenshot({ path: join(folder, 'page-calls-result-light.png') });
  await navigation.getByRole('button', { name: said('page.today') }).click();
}

async function firstRun({ folder, executable }: Show): Promise<void> {
  const desktop = await startDesktop();
  const app = await startApp(desktop, { executable });
  const page = await app.page();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.screenshot({ path: join(folder, 'page-first-run-light.png') });
  await app.stop();
  await desktop.stop();
}
