/**
 * macOS shows a menu bar whether an app has one or not, and its menu is what makes the keys for copying and pasting
 * work. Elsewhere the window has no menu bar: everything in it is a key (`window-keys.ts`) or in the tray.
 */
import type { MenuItemConstructorOptions } from 'electron';
import type { Translate } from '../../shared/i18n/translator.ts';
import { accelerator } from '../../shared/keyboard/chord-text.ts';
import { chordsOf, labelOf } from '../../shared/keyboard/keys.ts';
import type { WindowActions } from './window-keys.ts';

export function macMenu(t: Translate, actions: WindowActions): MenuItemConstructorOptions[] {
  const item = (action: keyof WindowActions): MenuItemConstructorOptions => {
    const [chord] = chordsOf(action, true);
    return {
      label: t(labelOf(action)),
      click: actions[action],
      ...(chord ? { accelerator: accelerator(chord) } : {}),
    };
  };
  return [
    {
      label: t('app.name'),
      submenu: [
        { role: 'hide', label: t('menubar.hideApp') },
        { role: 'hideOthers', label: t('menubar.hideOthers') },
        { type: 'separator' },
        item('quit'),
      ],
    },
    {
      label: t('menubar.edit'),
      submenu: [
        { role: 'undo', label: t('edit.undo') },
        { role: 'redo', label: t('edit.redo') },
        { type: 'separator' },
        { role: 'cut', label: t('edit.cut') },
        { role: 'copy', label: t('edit.copy') },
        { role: 'paste', label: t('edit.paste') },
        { role: 'selectAll', label: t('edit.selectAll') },
      ],
    },
    { label: t('menubar.view'), submenu: [item('larger'), item('smaller'), item('usualSize')] },
    {
      role: 'window',
      label: t('menubar.window'),
      submenu: [{ role: 'minimize', label: t('menubar.minimize') }, item('hide')],
    },
  ];
}
