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
  /** The title of a result. */
  verdict: () => Locator;
  /** The line below it that rates the server. */
  rating: () => Locator;
  /** From a result back to the servers. */
  another: () => Promise<void>;
}>;

export function callsPage({ page, button, goTo, shows }: AppWindow, server: string): CallsPage {
  return {
    open: () => goTo('Calls'),
    choice: () => page.getByRole('radio', { name: new RegExp(`^${server}`) }),
    start: async () => {
      await button('Test the server only').click();
      await shows(`Testing ${server}…`);
    },
    step: (name) => page.getByRole('region', { name: 'Steps of the test' }).getByText(name),
    verdict: () => page.getByRole('article').getByRole('heading', { level: 1 }),
    rating: () => page.getByRole('article').getByText(new RegExp(`^${server} · `)),
    another: () => button('All servers').click(),
  };
}
