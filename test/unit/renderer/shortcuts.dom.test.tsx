/** The setting of a global shortcut: its keys, and what the desktop does with them. */
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ShortcutChoice } from '../../../renderer/components/shortcuts/ShortcutChoice.tsx';
import type { ShortcutState } from '../../../shared/keyboard/global-shortcuts.ts';
import { show } from './dom.tsx';
import { fakeBridge } from './fake-bridge.ts';

const box = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /Ctrl\+Alt\+K$/ });
const hints = () => ({
  taken: screen.queryByText(/Another app uses this shortcut/) !== null,
  unproven: screen.queryByText(/Your desktop decides/) !== null,
});

test.each<[ShortcutState, ReturnType<typeof hints>]>([
  ['on', { taken: false, unproven: false }],
  ['taken', { taken: true, unproven: false }],
  ['unproven', { taken: false, unproven: true }],
])('is off until chosen; then the desktop makes it %s', async (state, expected) => {
  const bridge = fakeBridge({
    'window.shortcut': () => 'off',
    'window.setShortcut': ({ on }) => (on ? state : 'off'),
  });
  await act(async () => void show(<ShortcutChoice name="quickOpen" />));
  expect([box().checked, hints()]).toEqual([false, { taken: false, unproven: false }]);
  await act(async () => void fireEvent.click(box()));
  expect([box().checked, hints()]).toEqual([true, expected]);
  await act(async () => void fireEvent.click(box()));
  expect([box().checked, hints()]).toEqual([false, { taken: false, unproven: false }]);
  expect(bridge.calls('window.setShortcut')).toEqual([
    { name: 'quickOpen', on: true },
    { name: 'quickOpen', on: false },
  ]);
});
