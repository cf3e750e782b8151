/** Chords as people, Electron and screen readers read them. Pure. */
import type { Translate } from '../i18n/translator.ts';
import type { Chord, Modifier } from './keys.ts';

const macSigns: Readonly<Record<Modifier, string>> = {
  control: '⌃',
  alt: '⌥',
  shift: '⇧',
  meta: '⌘',
};

/** Such as “Ctrl+F”, or “⌘F” on macOS. */
export function chordText(t: Translate, { key, held }: Chord, onMac: boolean): string {
  if (onMac) return [...held.map((one) => macSigns[one]), keyName(t, key)].join('');
  return [...held.map((one) => t(`keys.held.${one}`)), keyName(t, key)].join('+');
}

function keyName(t: Translate, key: string): string {
  if (key === 'Escape' || key === 'Enter') return t(`keys.key.${key}`);
  if (key === 'ArrowLeft') return '←';
  if (key === 'ArrowRight') return '→';
  return key.toUpperCase();
}

const acceleratorNames: Readonly<Record<Modifier, string>> = {
  control: 'Control',
  alt: 'Alt',
  shift: 'Shift',
  meta: 'Command',
};

/** For an item of Electron's menus. */
export function accelerator({ key, held }: Chord): string {
  const names = held.map((one) => acceleratorNames[one]);
  return [...names, key === '+' ? 'Plus' : key.toUpperCase()].join('+');
}

const ariaNames: Readonly<Record<Modifier, string>> = {
  control: 'Control',
  alt: 'Alt',
  shift: 'Shift',
  meta: 'Meta',
};

/** For the attribute `aria-keyshortcuts`. */
export function ariaKeys(chords: readonly Chord[]): string {
  return chords
    .map(({ key, held }) =>
      [...held.map((one) => ariaNames[one]), key === '+' ? 'plus' : key].join('+'),
    )
    .join(' ');
}
