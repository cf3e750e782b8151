/**
 * The keys of the window: the one table behind what they do, macOS's menu, the list that members see and the guide.
 * None is a bare letter or sign: those would get in the way of people who dictate (WCAG 2.1.4). Pure.
 */
import type { MessageKey } from '../i18n/en.ts';

export type Modifier = 'control' | 'alt' | 'shift' | 'meta';

/** Keys held together. */
export type Chord = Readonly<{
  /** As `KeyboardEvent.key` says it; a sign stands for itself, whether or not the layout needs Shift for it. */
  key: string;
  /** All that are held; with a sign, Shift may be as well. */
  held: readonly Modifier[];
  /** As `KeyboardEvent.code` says it: also found where the layout has another sign. */
  code?: string;
  /** Understood, but not listed: a second name of a key. */
  unlisted?: true;
}>;

type Entry = Readonly<{
  label: MessageKey;
  /** Chords elsewhere than on macOS. */
  usual: readonly Chord[];
  mac: readonly Chord[];
  /** One chord for each thing of a row, such as the pages: listed as the first and the last. */
  row?: true;
}>;

const control = (key: string, code?: string): Chord => withCode({ key, held: ['control'] }, code);
const command = (key: string, code?: string): Chord => withCode({ key, held: ['meta'] }, code);
const alone = (key: string): Chord => ({ key, held: [] });
const unlisted = (chord: Chord): Chord => ({ ...chord, unlisted: true });
/** The same on all systems, but for the key that is held. */
const both = (key: string, code?: string) => ({
  usual: [control(key, code)],
  mac: [command(key, code)],
});
const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export const keys = {
  page: {
    label: 'keys.page',
    usual: digits.map((digit) => control(`${digit}`, `Digit${digit}`)),
    mac: digits.map((digit) => command(`${digit}`, `Digit${digit}`)),
    row: true,
  },
  /** The last of the pages, which a co-op with many sections has no digit for. */
  settings: { label: 'page.settings', ...both(',') },
  back: {
    label: 'keys.back',
    usual: [{ key: 'ArrowLeft', held: ['alt'] }, alone('Escape'), unlisted(alone('BrowserBack'))],
    mac: [command('['), alone('Escape'), unlisted(alone('BrowserBack'))],
  },
  forward: {
    label: 'keys.forward',
    usual: [{ key: 'ArrowRight', held: ['alt'] }, unlisted(alone('BrowserForward'))],
    mac: [command(']'), unlisted(alone('BrowserForward'))],
  },
  quickOpen: { label: 'keys.quickOpen', ...both('k') },
  search: { label: 'keys.search', ...both('f') },
  check: {
    label: 'keys.check',
    usual: [alone('F5'), control('r')],
    mac: [command('r'), unlisted(alone('F5'))],
  },
  send: { label: 'keys.send', ...both('Enter') },
  larger: {
    label: 'keys.larger',
    usual: [control('+'), unlisted(control('='))],
    mac: [command('+'), unlisted(command('='))],
  },
  smaller: { label: 'keys.smaller', ...both('-') },
  usualSize: { label: 'keys.usualSize', ...both('0', 'Digit0') },
  hide: { label: 'keys.hide', ...both('w') },
  quit: { label: 'keys.quit', ...both('q') },
  list: {
    label: 'keys.list',
    usual: [alone('F1'), control('?')],
    mac: [command('?'), unlisted(alone('F1'))],
  },
} satisfies Readonly<Record<string, Entry>>;

export type KeyAction = keyof typeof keys;

/** The table, typed as its entries have in common. */
const entries: Readonly<Record<KeyAction, Entry>> = keys;
export const keyActions = Object.keys(keys) as readonly KeyAction[];

/** A pressed key, as browsers and Electron tell it. */
export type Press = Readonly<{
  key: string;
  code: string;
  held: readonly Modifier[];
}>;

export type Pressed = Readonly<{
  action: KeyAction;
  /** Which of a row, from 0. */
  at: number;
}>;

/** By its sign before its place: on some layouts the place of a digit has the sign of another action. */
export function pressedAction(press: Press, onMac: boolean): Pressed | undefined {
  return (
    find(onMac, (chord) => isSign(chord, press)) ?? find(onMac, (chord) => isPlace(chord, press))
  );
}

function find(onMac: boolean, holds: (chord: Chord) => boolean): Pressed | undefined {
  for (const action of keyActions) {
    const at = chordsOf(action, onMac).findIndex(holds);
    if (at >= 0) return { action, at };
  }
  return undefined;
}

function isSign({ key, held }: Chord, press: Press): boolean {
  if (key.toLowerCase() !== press.key.toLowerCase()) return false;
  // Shift tells letters and named keys apart, but may be needed to type a sign.
  const isFree = key.length === 1 && !/\p{L}/u.test(key);
  return sameHeld(held, isFree ? press.held.filter((one) => one !== 'shift') : press.held);
}

function isPlace({ code, held }: Chord, press: Press): boolean {
  return code !== undefined && code === press.code && sameHeld(held, press.held);
}

function sameHeld(one: readonly Modifier[], other: readonly Modifier[]): boolean {
  return one.length === other.length && one.every((modifier) => other.includes(modifier));
}

export function labelOf(action: KeyAction): MessageKey {
  return entries[action].label;
}

export function isRow(action: KeyAction): boolean {
  return entries[action].row ?? false;
}

export function chordsOf(action: KeyAction, onMac: boolean): readonly Chord[] {
  return entries[action][onMac ? 'mac' : 'usual'];
}

/** What members are told of. */
export function listedChords(action: KeyAction, onMac: boolean): readonly Chord[] {
  return chordsOf(action, onMac).filter((chord) => !chord.unlisted);
}

function withCode(chord: Chord, code: string | undefined): Chord {
  return code === undefined ? chord : { ...chord, code };
}
