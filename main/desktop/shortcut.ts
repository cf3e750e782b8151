/** A global shortcut, registered only while the member wants it. */
import type { GlobalShortcut } from 'electron';
import * as v from 'valibot';
import type { ShortcutState } from '../../shared/feedback/shortcut.ts';
import { feedbackKeys } from '../../shared/feedback/shortcut.ts';
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
  store: TextStore;
  onPress: () => void;
}>;

const Stored = v.object({ version: v.number(), on: v.boolean() });

export const shortcutForm: FileForm = {
  name: 'shortcut',
  limitBytes: 1024,
  version: 1,
  whole: Stored,
};

export function createShortcut({ keys, store, onPress }: ShortcutDeps): Shortcut {
  let state: ShortcutState = 'off';
  const turn = (on: boolean) => {
    if (state === 'on') keys.unregister(feedbackKeys);
    state = !on ? 'off' : keys.register(feedbackKeys, onPress) ? 'on' : 'taken';
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
