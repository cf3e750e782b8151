/** The tray's menu. It contains every action, since on Linux clicking the icon may do nothing else. */
import type { MenuItemConstructorOptions } from 'electron';
import { shortenedWithin } from '../../shared/text/shortened.ts';
import { asLine } from './markup.ts';
import type { TrayCommand, TrayItem } from './tray-command.ts';

/** Characters of a label: panels make a menu as wide as its longest one, or wider than the screen. */
const labelLimit = 100;
/** Of these at its end, which says what a click does. */
const endLimit = 40;

export function menuTemplate(
  items: readonly TrayItem[],
  run: (command: TrayCommand) => void,
): MenuItemConstructorOptions[] {
  return items.map((item) => {
    if (item === 'separator') return { type: 'separator' };
    const label = asLabel(item.label);
    if ('items' in item) return { label, submenu: menuTemplate(item.items, run) };
    const { command, enabled = true } = item;
    return { label, enabled, click: () => run(command) };
  });
}

/** A single `&` would vanish and make the next letter an access key: “R&D” names a service. */
function asLabel(text: string): string {
  return shortenedWithin(asLine(text), labelLimit, endLimit).replaceAll('&', '&&');
}
