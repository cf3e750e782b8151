/** The tray's menu. It contains every action, since on Linux clicking the icon may do nothing else. */
import type { MenuItemConstructorOptions } from 'electron';
import { Menu } from 'electron';
import type { TrayCommand, TrayItem } from './tray-command.ts';

type Run = (command: TrayCommand) => void;

export function menuOf(items: readonly TrayItem[], run: Run): Menu {
  return Menu.buildFromTemplate(templateOf(items, run));
}

function templateOf(items: readonly TrayItem[], run: Run): MenuItemConstructorOptions[] {
  return items.map((item) => {
    if (item === 'separator') return { type: 'separator' };
    if ('items' in item) return { label: item.label, submenu: templateOf(item.items, run) };
    const { label, command, enabled = true } = item;
    return { label, enabled, click: () => run(command) };
  });
}
