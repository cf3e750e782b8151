/** The page of the echo test, for one server. */
import type { Locator } from 'playwright';
import type { AppWindow } from './window.ts';

export type CallsPage = Readonly<{
  open: () => Promise<void>;
  choice: () => Locator;
  /** Presses the start button, and waits until the test runs. */
  start: () => Promise<void>;
  /** The current step of the test. */
  step: (name: string) => Locator;
  /** The title that rates the server. */
  verdict: () => Locator;
}>;

export function callsPage({ page, button, goTo, shows }: AppWindow, server: string): CallsPage {
  return {
    open: () => goTo('Calls'),
    choice: () => page.getByRole('checkbox', { name: new RegExp(`^${server}`) }),
    start: async () => {
      await button(`Test ${server}`).click();
      await shows(`Testing ${server}…`);
    },
    step: (name) => page.getByRole('listitem').filter({ hasText: `${name}, now` }),
    verdict: () => page.getByRole('heading', { level: 1, name: `${server}: ` }),
  };
}
