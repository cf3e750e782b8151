/** A member who uses the keyboard alone, and counts the keys. */
import type { Page } from 'playwright';
import { tabTo } from './tab-to.ts';

export type Tour = Readonly<{
  /** Keys pressed so far; typed text is not counted. */
  count: () => number;
  press: (key: string) => Promise<void>;
  type: (text: string) => Promise<void>;
  /** Presses Tab until the focused control has this name, or one that matches. */
  tabTo: (name: string | RegExp) => Promise<void>;
}>;

export function startTour(page: Page): Tour {
  let count = 0;
  const press = async (key: string) => {
    count += 1;
    await page.keyboard.press(key);
  };
  return {
    count: () => count,
    press,
    type: (text) => page.keyboard.type(text),
    tabTo: (name) =>
      tabTo(
        page,
        (here) => (typeof name === 'string' ? here === name : name.test(here)),
        () => press('Tab'),
      ),
  };
}
