/** Moving through a page by keyboard. */
import type { Page } from 'playwright';

/** More tab stops than any page has. */
const limit = 80;

/** Presses Tab until the name of the focused control matches. */
export async function tabTo(
  page: Page,
  matches: (name: string) => boolean,
  pressTab: () => Promise<void> = () => page.keyboard.press('Tab'),
): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < limit; step += 1) {
    const name = await page.evaluate(nameOfFocused);
    if (matches(name)) return;
    passed.push(name);
    await pressTab();
  }
  throw new Error(`no Tab leads there, only to: ${passed.join(' | ')}`);
}

/** As the browser computes it, but for rarities that the app does not use. Runs in the page. */
function nameOfFocused(): string {
  const { activeElement: at } = document;
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
  return name.replaceAll(/\s+/g, ' ').trim();
}
