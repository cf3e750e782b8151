/**
 * The three jobs that members open the window for, by keyboard: where each begins, what is pressed, and where its answer
 * stands. The one place to change when a page is built anew.
 */
import type { Locator, Page } from 'playwright';
import { createTranslate } from '../../translate.ts';
import type { Tour } from './tour.ts';

const t = createTranslate('en');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** The pages by their place in the rail, for Ctrl and a digit. */
async function openPage(page: Page, tour: Tour, name: 'page.calls' | 'page.feedback') {
  const names = await page.getByRole('navigation').getByRole('button').allTextContents();
  await tour.press(`Control+${names.findIndex((one) => one.startsWith(t(name))) + 1}`);
}

/** What is down, and what to use instead. The window opens on the answer, among what else concerns the member. */
export const whatIsDown = {
  /** Everything that the page says of this service’s trouble. */
  trouble: (page: Page, service: string): Locator =>
    page.getByRole('main').getByRole('listitem').filter({ hasText: service }).first(),
  openDetails: async (tour: Tour, service: string) => {
    await tour.tabTo(t('status.detailsOf', { name: service }));
    await tour.press('Enter');
  },
};

/** Whether it is me, the network or the server. */
export const isItMe = {
  /** The co-op's first server is chosen already. */
  start: async (page: Page, tour: Tour) => {
    await openPage(page, tour, 'page.calls');
    await heading(page)
      .filter({ hasText: t('calls.title.none') })
      .waitFor();
    await tour.tabTo(t('calls.start.only'));
    await tour.press('Enter');
  },
  /** Its title once it is over. */
  verdict: (page: Page) => page.getByRole('article').getByRole('heading', { level: 1 }),
};

/** Sending feedback, and reading the reply. */
export const feedback = {
  send: async (page: Page, tour: Tour, text: string) => {
    await openPage(page, tour, 'page.feedback');
    // It takes the focus, unless somebody has pressed Tab while the page was loading.
    await page.getByRole('textbox', { name: t('feedback.textField') }).waitFor();
    await tour.tabTo(t('feedback.textField'));
    await tour.type(text);
    await tour.press('Control+Enter');
  },
  sent: (page: Page) => page.getByText(t('feedback.phase.sent')).first(),
  readReply: async (page: Page, tour: Tour) => {
    await tour.press('Control+1');
    await openPage(page, tour, 'page.feedback');
    await tour.tabTo(new RegExp(t('answers.show', { count: 1 })));
    await tour.press('Enter');
  },
  reply: (page: Page, words: string) => page.getByText(words),
};
