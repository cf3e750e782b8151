/** A member who uses the keyboard alone, and counts the keys. */
import type { Page } from 'playwright';

export type Tour = Readonly<{
  /** Keys pressed so far; typed text is not counted. */
  count: () => number;
  press: (key: string) => Promise<void>;
  type: (text: string) => Promise<void>;
  /** Presses Tab until the focused control has this name, or one that matches. */
  tabTo: (name: string | RegExp) => Promise<void>;
  /** The accessible name of what has the focus, and its role. */
  focused: () => Promise<Readonly<{ role: string; name: string }>>;
}>;

/** More tab stops than any page has. */
const tabLimit = 80;

export function startTour(page: Page): Tour {
  let count = 0;
  const press = async (key: string) => {
    count += 1;
    await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(describeFocused);
  return {
    count: () => count,
    press,
    type: (text) => page.keyboard.type(text),
    focused,
    tabTo: async (name) => {
      const passed: string[] = [];
      for (let step = 0; step < tabLimit; step += 1) {
        const { name: here } = await focused();
        if (typeof name === 'string' ? here === name : name.test(here)) return;
        passed.push(here);
        await press('Tab');
      }
      throw new Error(`no Tab leads to ${name}, only to: ${passed.join(' | ')}`);
    },
  };
}

/** Runs in the page. The name as the browser computes it, but for rarities that the app does not use. */
function describeFocused(): Readonly<{ role: string; name: string }> {
  const { activeElement: at } = document;
  const role = at?.getAttribute('role') ?? at?.tagName.toLowerCase() ?? '';
  const textOf = (id: string) => document.getElementById(id)?.textContent ?? '';
  const labelled = at?.getAttribute('aria-labelledby')?.split(' ').map(textOf).join(' ');
  const labels = at && 'labels' in at ? [...(at.labels as NodeListOf<Element>)] : [];
  const label = labels.map((one) => one.textContent).join(' ');
  const readable = (node: Element): string =>
    [...node.childNodes]
      .map((one) => {
        if (one.nodeType === Node.TEXT_NODE) return one.textContent ?? '';
        const isHidden = !(one instanceof Element) || one.getAttribute('aria-hidden') === 'true';
        return isHidden ? '' : readable(one);
      })
      .join('');
  const own = at && at !== document.body ? readable(at) : '';
  const name = at?.getAttribute('aria-label') ?? (labelled || label || own);
  return { role, name: name.replaceAll(/\s+/g, ' ').trim() };
}
