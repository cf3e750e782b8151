/** The app's window on any page: the rail, the keyboard, and what applies to every page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Locator, Page } from 'playwright';
import type { Reply, Bridge } from '../../../shared/bridge.ts';
import type { CallName } from '../../../shared/ipc.ts';
import { tabTo } from './tab-to.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The window's initial and smallest sizes, in px. */
const usual = { width: 900, height: 620 };
const narrow = { width: 360, height: 640 };

export type AppWindow = Readonly<{
  page: Page;
  /** A string must match the whole name. */
  button: (name: string | RegExp) => Locator;
  /** Uses the rail; `name` is that of the page, without its counter. */
  goTo: (name: string) => Promise<void>;
  /** Waits until the page has this title. */
  shows: (title: string | RegExp) => Promise<void>;
  /** Presses Tab until the focused element's name is this, or begins with it. */
  reach: (name: string) => Promise<void>;
  /** Focuses a button and presses it, both by keyboard. */
  press: (name: string) => Promise<void>;
  focused: () => Promise<Readonly<{ tag: string; label: string | undefined; text: string }>>;
  /** Violations found by axe, as lines with their location. */
  violations: () => Promise<readonly string[]>;
  /** How much the page and its content exceed a narrow window, in px. */
  overflowPx: () => Promise<number>;
  /** Calls main as the page does. */
  call: (name: CallName, payload?: unknown) => Promise<Reply>;
  /** Main's result. Throws where it refuses. */
  ask: (name: CallName, payload?: unknown) => Promise<unknown>;
}>;

export function windowOf(page: Page): AppWindow {
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const reach = (name: string) => tabTo(page, (here) => here.startsWith(name));
  const call = (name: CallName, payload?: unknown): Promise<Reply> =>
    page.evaluate(
      ([name, payload]) => {
        const { coopTray } = globalThis as unknown as { coopTray: Bridge };
        return coopTray.call(name, payload);
      },
      [name, payload] as const,
    );
  return {
    page,
    button,
    goTo: (name) =>
      page
        .getByRole('navigation')
        .getByRole('button', { name: new RegExp(`^${name}\\b`) })
        .click(),
    shows: (name) => page.getByRole('heading', { level: 1, name }).waitFor(),
    reach,
    press: async (name) => {
      await reach(name);
      await page.keyboard.press('Enter');
    },
    focused: () =>
      page.evaluate(() => {
        const { activeElement: at } = document;
        return {
          tag: at?.tagName ?? '',
          label: at?.getAttribute('aria-label') ?? undefined,
          text: at?.textContent ?? '',
        };
      }),
    violations: async () => {
      await page.evaluate(axe);
      const results = await page.evaluate<AxeResults>('axe.run(document)');
      return results.violations.flatMap((one) =>
        one.nodes.map((node) => `${one.id}: ${node.html}`),
      );
    },
    overflowPx: async () => {
      await page.setViewportSize(narrow);
      const overflowPx = await page.evaluate(() => {
        const main = document.querySelector('main');
        const inside = main ? main.scrollWidth - main.clientWidth : 0;
        return Math.max(inside, document.documentElement.scrollWidth - innerWidth);
      });
      await page.setViewportSize(usual);
      return overflowPx;
    },
    call,
    ask: async (name, payload) => {
      const reply = await call(name, payload);
      if (!reply.ok) throw new Error(`${name}: ${reply.code}`);
      return reply.value;
    },
  };
}
