/** The global shortcuts, and where each leads. */
import type { GlobalShortcutName } from '../../shared/keyboard/global-shortcuts.ts';
import type { Route } from '../../shared/route.ts';
import type { ProfileFiles } from '../platform/profile-files.ts';
import type { Shortcut, ShortcutDeps } from './shortcut.ts';
import { createShortcut, shortcutForms } from './shortcut.ts';

export type Shortcuts = Readonly<{
  of: Readonly<Record<GlobalShortcutName, Pick<Shortcut, 'state' | 'set'>>>;
  /** Never rejects. */
  restore: () => Promise<void>;
  dispose: () => void;
}>;

type Deps = Pick<ShortcutDeps, 'keys' | 'isAnswered'> &
  Readonly<{ files: Pick<ProfileFiles, 'file'>; goTo: (route: Route) => void }>;

export function createShortcuts({ keys, isAnswered, files, goTo }: Deps): Shortcuts {
  const shortcutTo = (name: GlobalShortcutName, route: Route) =>
    createShortcut({
      keys,
      name,
      isAnswered,
      store: files.file(shortcutForms[name]),
      onPress: () => goTo(route),
    });
  const of = {
    feedback: shortcutTo('feedback', { page: 'feedback', write: true }),
    quickOpen: shortcutTo('quickOpen', { page: 'links', find: true }),
  };
  const all = Object.values(of);
  return {
    of,
    restore: async () => void (await Promise.all(all.map((one) => one.restore()))),
    dispose: () => all.forEach((one) => one.dispose()),
  };
}
