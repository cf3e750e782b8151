/** The page of the echo test, for one server. */
import type { Locator } from 'playwright';
import type { AppWindow } from './window.ts';

export type CallsPage = Readonly<{
  open: () => Promise<void>;
  choice: () => Locator;
  /** Presses the button that starts, and waits until the test runs. */
  start: () => Promise<void>;
  /** The step that the test is at. */
  step: (name: string) => Locator;
  /** The title that says how good the server is. */
  verdict: () => Locator;
}>;

export function callsPage({ page, button, goTo, shows }: AppWindow, server: string): CallsPage {
  return {
    open: () => goTo('Calls'),
    choice: () => page.getByRole('checkbox', { name: new RegExp(`^${server}`) }),
    start: async () => {
      await button(`Test ${server}`).click();
      await shows(`Testing ${server}`);
    },
    step: (name) => page.getByRole('listitem').filter({ hasText: `${name}, now` }),
    verdict: () => page.getByRole('heading', { level: 1, name: `${server}: ` }),
  };
}
