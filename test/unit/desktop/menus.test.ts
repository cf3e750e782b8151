/** macOS's menu bar, the menu of a text field, and the labels of the tray's. */
import { expect, test } from 'vitest';
import { macMenu } from '../../../main/desktop/app-menu.ts';
import { editItems } from '../../../main/desktop/edit-items.ts';
import { menuTemplate } from '../../../main/desktop/tray-menu.ts';
import { createTranslate } from '../../translate.ts';

type Item = Readonly<{ label?: string; role?: string; accelerator?: unknown; submenu?: unknown }>;

const done: string[] = [];
const act = (name: string) => () => void done.push(name);
const actions = {
  larger: act('larger'),
  smaller: act('smaller'),
  usualSize: act('usualSize'),
  hide: act('hide'),
  quit: act('quit'),
};

const flat = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((one) => [one, ...flat((one.submenu ?? []) as readonly Item[])]);

test('macOS has every key for text, and those of the window', () => {
  const all = flat(macMenu(createTranslate('en'), actions));
  const roles = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'];
  expect(all.map(({ role }) => role)).toEqual(expect.arrayContaining(roles));
  expect(all.flatMap(({ accelerator }) => accelerator ?? [])).toEqual([
    'Command+Q',
    'Command+Plus',
    'Command+-',
    'Command+0',
    'Command+W',
  ]);
});

test('all of it is in the member’s language', () => {
  const labels = flat(macMenu(createTranslate('fr'), actions) as readonly Item[])
    .filter((one) => 'label' in one)
    .map(({ label }) => label);
  expect(labels).toContain('Coller');
  expect(labels).not.toContain('Paste');
});

const flags = { canCut: false, canCopy: false, canPaste: true, canSelectAll: true };
const items = (isEditable: boolean, selectionText: string, editFlags = flags) =>
  editItems(createTranslate('en'), { isEditable, selectionText, editFlags }).map(
    ({ label = '—', enabled = true }) => (enabled ? label : `(${label})`),
  );

test('a field can be edited', () => {
  expect(items(true, '')).toEqual(['(Cut)', '(Copy)', 'Paste', '—', 'Select all']);
});

test('elsewhere, selected text can be copied', () => {
  expect(items(false, 'Calls', { ...flags, canCopy: true })).toEqual(['Copy']);
  expect(items(false, '  ')).toEqual([]);
});

test('a name in the tray’s menu keeps its signs', () => {
  const command = { do: 'open' } as const;
  const named = [
    { label: 'R&D_pads', command },
    { label: 'Q&A: down', items: [{ label: '&Details', command }] },
  ];
  const labels = flat(menuTemplate(named, () => undefined));
  expect(labels.map(({ label }) => label)).toEqual(['R&&D_pads', 'Q&&A: down', '&&Details']);
});

test.each([
  // Electron 23295.
  ['in two lines', 'Calls\r\nand\tpads: down', 'Calls and pads: down'],
  // pasystray 58, sonora 524.
  [
    'endless',
    `${'Assembly '.repeat(30)} in 5 min – Join`,
    `${'Assembly '.repeat(6)}Assem…sembly Assembly Assembly in 5 min – Join`,
  ],
  [
    'of signs of two units',
    `${'🦊'.repeat(90)}: down`,
    `${'🦊'.repeat(29)}…${'🦊'.repeat(17)}: down`,
  ],
])('a label that is %s fits into the menu, with its end', (_what, label, expected) => {
  const [item] = flat(menuTemplate([{ label, command: { do: 'open' } }], () => undefined));
  expect(item?.label).toBe(expected);
});
