/** The page of the services, as a list and one by one. */
import type { Locator } from 'playwright';
import { createTranslate } from '../../translate.ts';
import type { Locale } from '../../../shared/i18n/languages.ts';
import type { AppWindow } from './window.ts';

export type StatusPage = Readonly<{
  /** Waits until the page says that `count` of `of` services need attention. */
  needAttention: (count: number, of: number) => Promise<void>;
  openDetails: (service: string | RegExp) => Promise<void>;
  backToList: () => Promise<void>;
  checkNow: () => Promise<void>;
  markAsSeen: (service: string) => Locator;
}>;

export function statusPage({ page, button, shows }: AppWindow, locale: Locale = 'en'): StatusPage {
  const t = createTranslate(locale);
  return {
    needAttention: (count, total) => shows(t('headline.attention', { count, total })),
    openDetails: (service) =>
      page.getByRole('main').getByRole('button', { name: service }).first().click(),
    backToList: () => button(new RegExp(t('status.back'))).click(),
    checkNow: () => button(t('status.checkNow')).click(),
    markAsSeen: (service) => button(t('policy.seenService', { name: service })),
  };
}
