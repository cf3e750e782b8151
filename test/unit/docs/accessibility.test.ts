/** The guide's table of keys is that of the app. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chordText } from '../../../shared/keyboard/chord-text.ts';
import type { KeyAction } from '../../../shared/keyboard/keys.ts';
import { isRow, keyActions, labelOf, listedChords } from '../../../shared/keyboard/keys.ts';
import { createTranslate } from '../../translate.ts';

const guide = readFileSync(new URL('../../../docs/accessibility.md', import.meta.url), 'utf8');
const t = createTranslate('en');

function keysOf(action: KeyAction, onMac: boolean): string {
  const texts = listedChords(action, onMac).map((chord) => chordText(t, chord, onMac));
  return isRow(action) ? `${texts[0]} to ${texts.at(-1)}` : texts.join(' or ');
}

test.each(keyActions)('%s', (action) => {
  const cells = [t(labelOf(action)), keysOf(action, false), keysOf(action, true)];
  expect(guide).toContain(`| ${cells.join(' | ')} |`);
});
