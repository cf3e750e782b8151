/** What each key does, by system and by layout. */
import { expect, test } from 'vitest';
import { accelerator, ariaKeys, chordText } from '../../../shared/keyboard/chord-text.ts';
import type { KeyAction, Modifier } from '../../../shared/keyboard/keys.ts';
import {
  chordsOf,
  keyActions,
  listedChords,
  pressedAction,
} from '../../../shared/keyboard/keys.ts';
import { nextTextSize } from '../../../shared/keyboard/text-size.ts';
import { createTranslate } from '../../translate.ts';

/** With the place of the key where a layout matters. */
type Keys = readonly [key: string, held: readonly Modifier[], code?: string];
const does = ([key, held, code = '']: Keys, onMac: boolean) => {
  const pressed = pressedAction({ key, held, code }, onMac);
  return pressed && (pressed.action === 'page' ? `page ${pressed.at + 1}` : pressed.action);
};

test.each<readonly [Keys, string | undefined, string | undefined]>([
  [['1', ['control']], 'page 1', undefined],
  [['9', ['control']], 'page 9', undefined],
  [['2', ['meta']], undefined, 'page 2'],
  // The keypad.
  [['3', ['control'], 'Numpad3'], 'page 3', undefined],
  // AZERTY: the sign is another, or needs Shift.
  [['&', ['control'], 'Digit1'], 'page 1', undefined],
  [['6', ['control', 'shift'], 'Digit6'], 'page 6', undefined],
  // There, the place of 6 has the sign that makes the text smaller.
  [['-', ['control'], 'Digit6'], 'smaller', undefined],
  [['à', ['control'], 'Digit0'], 'usualSize', undefined],
  [[',', ['control']], 'settings', undefined],
  [[',', ['meta']], undefined, 'settings'],
  [['ArrowLeft', ['alt']], 'back', undefined],
  [['ArrowRight', ['alt']], 'forward', undefined],
  [['[', ['meta']], undefined, 'back'],
  [[']', ['meta']], undefined, 'forward'],
  [['Escape', []], 'back', 'back'],
  [['BrowserBack', []], 'back', 'back'],
  [['BrowserForward', []], 'forward', 'forward'],
  [['f', ['control']], 'search', undefined],
  // Caps Lock.
  [['F', ['control']], 'search', undefined],
  [['f', ['meta']], undefined, 'search'],
  [['F5', []], 'check', 'check'],
  [['r', ['control']], 'check', undefined],
  [['Enter', ['control']], 'send', undefined],
  [['+', ['control', 'shift'], 'Equal'], 'larger', undefined],
  [['=', ['control'], 'Equal'], 'larger', undefined],
  [['+', ['control'], 'NumpadAdd'], 'larger', undefined],
  [['-', ['control'], 'NumpadSubtract'], 'smaller', undefined],
  [['0', ['control'], 'Numpad0'], 'usualSize', undefined],
  [['w', ['control']], 'hide', undefined],
  [['q', ['control']], 'quit', undefined],
  [['q', ['meta']], undefined, 'quit'],
  [['F1', []], 'list', 'list'],
  [['?', ['control', 'shift'], 'Slash'], 'list', undefined],
  // Moves the cursor, selects, or is another program's.
  [['ArrowLeft', []], undefined, undefined],
  [['ArrowLeft', ['alt', 'shift']], undefined, undefined],
  [['ArrowLeft', ['control']], undefined, undefined],
  [['ArrowLeft', ['meta']], undefined, undefined],
  [['F', ['control', 'shift']], undefined, undefined],
  [['q', ['control', 'alt']], undefined, undefined],
  // AltGr is told as Ctrl and Alt on Windows.
  [['[', ['control', 'alt'], 'Digit8'], undefined, undefined],
  [['Enter', []], undefined, undefined],
  [['1', []], undefined, undefined],
])('%j does %s, on macOS %s', (keys, usual, onMac) => {
  expect([does(keys, false), does(keys, true)]).toEqual([usual, onMac]);
});

test('no two actions have the same chord', () => {
  for (const onMac of [false, true]) {
    const all = keyActions.flatMap((action) =>
      chordsOf(action, onMac).map(({ key, held }) => [...held, key].join('+')),
    );
    expect(all.toSorted()).toEqual([...new Set(all)].toSorted());
  }
});

test('no letter or sign does anything on its own, which would get in the way of dictation', () => {
  const alone = keyActions
    .flatMap((action) => [...chordsOf(action, false), ...chordsOf(action, true)])
    .filter(({ held }) => held.length === 0);
  expect(alone.filter(({ key }) => key.length === 1)).toEqual([]);
});

const text = (action: KeyAction, locale: 'en' | 'fr', onMac = false) =>
  listedChords(action, onMac).map((chord) => chordText(createTranslate(locale), chord, onMac));

test.each<readonly [KeyAction, string[], string[], string[]]>([
  ['back', ['Alt+←', 'Esc'], ['Alt+←', 'Échap'], ['⌘[', 'Échap']],
  ['check', ['F5', 'Ctrl+R'], ['F5', 'Ctrl+R'], ['⌘R']],
  ['send', ['Ctrl+Enter'], ['Ctrl+Entrée'], ['⌘Entrée']],
  ['larger', ['Ctrl++'], ['Ctrl++'], ['⌘+']],
])('the keys of %s are written as %j, in French %j, on macOS %j', (action, en, fr, mac) => {
  expect([text(action, 'en'), text(action, 'fr'), text(action, 'fr', true)]).toEqual([en, fr, mac]);
});

test('menus and screen readers get them in their own writing', () => {
  const [larger, quit] = [chordsOf('larger', true), chordsOf('quit', true)];
  expect([larger, quit].map(([chord]) => chord && accelerator(chord))).toEqual([
    'Command+Plus',
    'Command+Q',
  ]);
  expect(ariaKeys(listedChords('check', false))).toBe('F5 Control+r');
  expect(ariaKeys(listedChords('larger', false))).toBe('Control+plus');
});

test.each([
  [100, 1, 110],
  [110, -1, 100],
  [100, -1, 100],
  [200, 1, 200],
] as const)('from %i %%, a step of %i leads to %i %%', (size, step, next) => {
  expect(nextTextSize(size, step)).toBe(next);
});
