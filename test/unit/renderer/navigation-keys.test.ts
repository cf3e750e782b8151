/** Which keys and buttons lead back and forward, by system. */
import { expect, test } from 'vitest';
import type { Direction } from '../../../renderer/app/navigation-keys.ts';
import { directionOfButton, directionOfKey } from '../../../renderer/app/navigation-keys.ts';

const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const alt = { ...none, altKey: true };
const command = { ...none, metaKey: true };

test.each<[string, typeof none, Direction | undefined, Direction | undefined]>([
  ['ArrowLeft', alt, 'back', undefined],
  ['ArrowRight', alt, 'forward', undefined],
  ['[', command, undefined, 'back'],
  [']', command, undefined, 'forward'],
  ['BrowserBack', none, 'back', 'back'],
  ['BrowserForward', none, 'forward', 'forward'],
  // Moves the cursor, or selects.
  ['ArrowLeft', none, undefined, undefined],
  ['ArrowLeft', { ...alt, shiftKey: true }, undefined, undefined],
  ['ArrowLeft', { ...alt, ctrlKey: true }, undefined, undefined],
  ['ArrowLeft', command, undefined, undefined],
  ['[', none, undefined, undefined],
  ['[', { ...command, altKey: true }, undefined, undefined],
  ['ArrowUp', alt, undefined, undefined],
])('%s with %j leads %s, on macOS %s', (key, held, elsewhere, onMac) => {
  expect(directionOfKey({ ...held, key }, false)).toBe(elsewhere);
  expect(directionOfKey({ ...held, key }, true)).toBe(onMac);
});

test.each([
  [0, undefined],
  [2, undefined],
  [3, 'back'],
  [4, 'forward'],
] as const)('mouse button %i leads %s', (button, direction) => {
  expect(directionOfButton(button)).toBe(direction);
});
