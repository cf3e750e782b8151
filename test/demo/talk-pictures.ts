/** Signs in, gives feedback, reads the answer and the announcements as a person would, and takes pictures. */
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { NotificationRecord } from '../desktop/notifications.ts';
import { begins, said } from './said.ts';
import { scrollTo } from './scroll.ts';
import type { DemoTalk } from './talk.ts';

/** In the language of the app on the page. */
export async function signIn(page: Page, { member }: DemoTalk): Promise<void> {
  const press = (name: RegExp) => page.getByRole('button', { name }).click();
  await press(said('page.settings'));
  await press(said('accounts.server.next'));
  await page.getByLabel(said('accounts.user')).fill(member.name);
  const password = page.getByLabel(said('accounts.password'));
  await password.fill(member.password);
  await password.press('Enter');
  await page.getByRole('button', { name: said('accounts.signOut.matrix') }).waitFor();
  await press(said('page.today'));
}

const words = `The menu of the staging site is gone since this morning.
I opened /home/ada/notes there; write to ada@example.org if you need more.`;

type TalkOptions = Readonly<{
  folder: string;
  talk: DemoTalk;
  page: Page;
  notifications: NotificationRecord;
}>;

export async function talkOver({ folder, talk, page, notifications }: TalkOptions): Promise<void> {
  const shot = (name: string) => page.screenshot({ path: join(folder, `page-${name}-light.png`) });
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  console.log('Giving feedback …');
  await press(begins('page.feedback'));
  await page.getByRole('tab', { name: said('feedback.tab.write') }).click();
  const about = page.getByRole('combobox', { name: said('feedback.about') });
  await about.selectOption({ value: 'staging:staging-site' });
  await page.getByRole('textbox', { name: said('feedback.textField') }).fill(words);
  await press('Problem');
  await page.getByText(said('feedback.redacted')).waitFor();
  await shot('feedback');
  await press('Preview what’s sent');
  await page.locator('dialog mark').first().waitFor();
  await shot('feedback-preview');
  await press('Close');
  await press('Send');
  const answered = await notifications.waitFor((one) => one.body.includes('In progress'));
  console.log(`Notification: ${answered.summary}`);
  await page.getByRole('tab', { name: /^Your feedback/ }).click();
  await shot('feedback-list');
  await page
    .getByRole('button', { name: /^1 reply/ })
    .first()
    .click();
  await scrollTo(page.getByRole('textbox', { name: said('answers.box') }));
  await shot('feedback-thread');

  await talk.announce('The staging site has a new menu: https://staging.example/menu');
  // It is notified too, half a minute after the last notification; this does not wait for that.
  await press(/^News.*1 new/);
  await page.getByText('The staging site has a new menu').waitFor();
  await shot('news-new');
  await press(said('page.today'));
}
