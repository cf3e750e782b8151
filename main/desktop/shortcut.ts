/** A global shortcut, registered only while the member wants it. */
import type { GlobalShortcut } from 'electron';
import * as v from 'valibot';
import type { KeptFileName } from '../../shared/kept-files.ts';
import type { GlobalShortcutName, ShortcutState } from '../../shared/keyboard/global-shortcuts.ts';
import { globalAccelerator } from '../../shared/keyboard/global-shortcuts.ts';
import type { TextStore } from '../platform/files.ts';
import type { FileForm } from '../platform/profile-file.ts';
import { loadJson } from '../platform/load-json.ts';

export type Shortcut = Readonly<{
  /** Restores the member's last choice. Never rejects. */
  restore: () => Promise<void>;
  state: () => ShortcutState;
  set: (on: boolean) => Promise<ShortcutState>;
  dispose: () => void;
}>;

export type ShortcutDeps = Readonly<{
  keys: Pick<GlobalShortcut, 'register' | 'unregister'>;
  name: GlobalShortcutName;
  /**
   * False where `register` returns true although no key may ever arrive: under Wayland, whose desktop is asked and may
   * refuse (https://github.com/electron/electron/issues/52218), and where an app on X11 hears only keys of its own kind.
   */
  isAnswered: boolean;
  store: TextStore;
  onPress: () => void;
}>;

const Stored = v.object({ version: v.number(), on: v.boolean() });

const formOf = (name: KeptFileName): FileForm => ({
  name,
  limitBytes: 1024,
  version: 1,
  whole: Stored,
});

export const shortcutForms: Readonly<Record<GlobalShortcutName, FileForm>> = {
  feedback: formOf('shortcut'),
  quickOpen: formOf('quick-open-shortcut'),
};

export function createShortcut(deps: ShortcutDeps): Shortcut {
  const { keys, name, isAnswered, store, onPress } = deps;
  const accelerator = globalAccelerator(name);
  let state: ShortcutState = 'off';
  const press = () => {
    state = 'on';
    onPress();
  };
  const register = () => {
    if (!keys.register(accelerator, press)) return 'taken';
    return isAnswered ? 'on' : 'unproven';
  };
  const turn = (on: boolean) => {
    if (state === 'on' || state === 'unproven') keys.unregister(accelerator);
    state = on ? register() : 'off';
  };
  return {
    restore: async () => {
      // If the file cannot be read, the key stays free for other apps.
      const stored = await loadJson(store, Stored);
      if (stored?.on) turn(true);
    },
    state: () => state,
    set: async (on) => {
      turn(on);
      // The shortcut works even if the choice cannot be saved.
      await store.save(JSON.stringify({ version: 1, on })).catch(() => undefined);
      return state;
    },
    dispose: () => turn(false),
  };
}
