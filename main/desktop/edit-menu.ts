/** The menu of a text field: the page has none of its own, and Electron offers none. */
import type { WebContents } from 'electron';
import { Menu } from 'electron';
import type { Translate } from '../../shared/i18n/translator.ts';
import { editItems } from './edit-items.ts';

export function offerEditMenu(contents: WebContents, t: Translate): void {
  contents.on('context-menu', (_event, params) => {
    const items = editItems(t, params);
    if (items.length > 0) Menu.buildFromTemplate(items).popup();
  });
}
