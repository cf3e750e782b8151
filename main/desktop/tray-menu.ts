/** The tray's menu. It contains every action, since on Linux clicking the icon may do nothing else. */
import type { MenuItemConstructorOptions } from 'electron';
import type { TrayCommand, TrayItem } from './tray-command.ts';

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
  return text.replaceAll('&', '&&');
}
