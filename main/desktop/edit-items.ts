/** What the menu of a text field offers. Pure. */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { Translate } from '../../shared/i18n/translator.ts';

type Params = Readonly<{
  isEditable: boolean;
  selectionText: string;
  editFlags: Pick<
    ContextMenuParams['editFlags'],
    'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'
  >;
}>;

/** Empty where there is nothing to edit and nothing selected. */
export function editItems(t: Translate, params: Params): MenuItemConstructorOptions[] {
  const { isEditable, selectionText, editFlags } = params;
  const copy: MenuItemConstructorOptions = {
    role: 'copy',
    label: t('edit.copy'),
    enabled: editFlags.canCopy,
  };
  if (!isEditable) return selectionText.trim() ? [copy] : [];
  return [
    { role: 'cut', label: t('edit.cut'), enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: t('edit.paste'), enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: t('edit.selectAll'), enabled: editFlags.canSelectAll },
  ];
}
