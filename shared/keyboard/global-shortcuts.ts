/** The shortcuts that work in every program. Off until a member chooses one: any key may already be in use. Pure. */
import * as v from 'valibot';

export const globalShortcuts = ['feedback', 'quickOpen'] as const;
export type GlobalShortcutName = (typeof globalShortcuts)[number];
export const GlobalShortcutNameSchema = v.picklist(globalShortcuts);

const letters: Readonly<Record<GlobalShortcutName, string>> = { feedback: 'F', quickOpen: 'K' };

/** As Electron writes it. */
export function globalAccelerator(name: GlobalShortcutName): string {
  return `CommandOrControl+Alt+${letters[name]}`;
}

/** As keyboards have it. */
export function globalKeys(name: GlobalShortcutName, onMac: boolean): string {
  return (onMac ? '⌥⌘' : 'Ctrl+Alt+') + letters[name];
}

/**
 * `taken`: another program uses it, or the desktop has none for apps. `unproven`: the desktop was asked, and does not
 * say whether it agreed; this ends with the first press.
 */
export const ShortcutStateSchema = v.picklist(['off', 'on', 'taken', 'unproven']);
export type ShortcutState = v.InferOutput<typeof ShortcutStateSchema>;
