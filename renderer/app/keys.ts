/** Which keys a part of the page answers. */
import { createContext, use, useEffect, useRef } from 'react';
import { ariaKeys } from '../../shared/keyboard/chord-text.ts';
import type { KeyAction, Modifier, Press } from '../../shared/keyboard/keys.ts';
import { chordsOf, listedChords } from '../../shared/keyboard/keys.ts';
import type { RailPage } from '../../shared/pages.ts';

export const onMac = navigator.userAgent.includes('Mac');

type Run = () => void;

export type KeyRegistry = Readonly<{
  /** Returns the function that ends it. The newest one answers. */
  add: (action: KeyAction, run: Run) => () => void;
  /** Undefined if nothing on the page answers. */
  find: (action: KeyAction) => Run | undefined;
}>;

export function createKeyRegistry(): KeyRegistry {
  const all: (readonly [KeyAction, Run])[] = [];
  return {
    add: (action, run) => {
      const entry = [action, run] as const;
      all.push(entry);
      return () => void all.splice(all.indexOf(entry), 1);
    },
    find: (action) => all.findLast(([of]) => of === action)?.[1],
  };
}

export const KeysContext = createContext<KeyRegistry>(createKeyRegistry());

/** Answers the action's keys while mounted. Returns the keys for the control's `aria-keyshortcuts`. */
export function useKeyAction(action: KeyAction, run: Run): string {
  const registry = use(KeysContext);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => registry.add(action, () => latest.current()), [registry, action]);
  return ariaKeys(listedChords(action, onMac));
}

/** For the `aria-keyshortcuts` of the page at this place in the rail, from 0; undefined if it has none. */
export function pageKeys(page: RailPage, at: number): string | undefined {
  const digit = chordsOf('page', onMac).slice(at, at + 1);
  const chords = page === 'settings' ? [...digit, ...listedChords('settings', onMac)] : digit;
  return chords.length > 0 ? ariaKeys(chords) : undefined;
}

/** Undefined while a character is being composed, or typed with AltGr, which some systems tell as Ctrl and Alt. */
export function pressOf(event: KeyboardEvent): Press | undefined {
  const isTyped = event.key.length === 1 && event.getModifierState('AltGraph');
  if (event.isComposing || isTyped) return undefined;
  const all: readonly (readonly [Modifier, boolean])[] = [
    ['control', event.ctrlKey],
    ['alt', event.altKey],
    ['shift', event.shiftKey],
    ['meta', event.metaKey],
  ];
  const held = all.filter(([, isHeld]) => isHeld).map(([modifier]) => modifier);
  return { key: event.key, code: event.code, held };
}

const textTypes = ['text', 'search', 'url', 'email', 'tel', 'password', 'number', 'time', 'date'];

/** Whether a key alone belongs to the focused control: it is text or a list of choices. */
export function isEditing(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return textTypes.includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
