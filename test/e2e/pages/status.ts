/** The page of the services, as a list and one by one. */
import type { Locator } from 'playwright';
import { createTranslate } from '../../translate.ts';
import type { Locale } from '../../../shared/i18n/languages.ts';
import type { AppWindow } from './window.ts';

export type StatusPage = Readonly<{
  /** By the rail, from whatever page the window opened on; waits until it is drawn. */
  open: () => Promise<void>;
  /** Waits until this page or the first names what is down, at most two services; all works without one. */
  isDown: (...services: readonly string[]) => Promise<void>;
  openDetails: (service: string | RegExp) => Promise<void>;
  /** What is seldom wanted of a service. */
  unfold: () => Promise<void>;
  backToList: () => Promise<void>;
  checkNow: () => Promise<void>;
  markAsKnown: (service: string) => Locator;
}>;

export function statusPage(
  { page, button, goTo, shows }: AppWindow,
  locale: Locale = 'en',
): StatusPage {
  const t = createTranslate(locale);
  return {
    open: async () => {
      await goTo(t('page.status'));
      // No other page has it.
      await button(t('status.checkNow'))
        .or(button(t('status.checking')))
        .waitFor();
    },
    isDown: (...services) => {
      const [first = '', second = ''] = services;
      const count = services.length;
      return shows(
        count === 0
          ? t('summary.allUp', { total: 1 })
          : t('headline.down', { count, first, second }),
      );
    },
    openDetails: (service) =>
      page.getByRole('main').getByRole('button', { name: service }).first().click(),
    unfold: () =>
      page
        .getByRole('main')
        .locator('summary', {
          hasText: new RegExp(`^(${t('policy.setAside')}|${t('status.more')})$`),
        })
        .click(),
    backToList: () => button(new RegExp(t('status.back'))).click(),
    checkNow: () => button(t('status.checkNow')).click(),
    markAsKnown: (service) => button(t('policy.seenService', { name: service })),
  };
}
