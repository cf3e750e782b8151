/** The first steps after startup, in order. */
import { directorySentence } from '../../shared/wording/sentences.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { Core } from '../core/index.ts';
import type { Shortcuts } from './shortcuts.ts';
import type { TextSizes } from './text-size.ts';
import type { WindowKeeper } from './window.ts';

export type BeginDeps = Readonly<{
  flags: Readonly<{ coop?: string; show?: boolean; hidden?: boolean }>;
  t: Translate;
  core: Pick<Core, 'directory'>;
  /** The state of the previous run is loaded. */
  restored: Promise<void>;
  /** Resumes the work of earlier runs. */
  features: Readonly<{ begin: () => void }>;
  shortcuts: Pick<Shortcuts, 'restore'>;
  textSizes: Pick<TextSizes, 'restore'>;
  window: Pick<WindowKeeper, 'show'>;
}>;

export async function begin(deps: BeginDeps): Promise<void> {
  const { flags, window } = deps;
  const { directory } = deps.core;
  try {
    await deps.restored;
    deps.features.begin();
    void deps.shortcuts.restore();
    void deps.textSizes.restore();
    if (flags.coop) await joinFromFlag(deps, flags.coop);
    else void directory.refresh();
  } finally {
    // Without a co-op the tray icon has nothing to show, and only the window can ask for one.
    if (flags.show || (!flags.hidden && !directory.current())) window.show();
  }
}

async function joinFromFlag({ core, t }: BeginDeps, source: string): Promise<void> {
  const error = await core.directory.join(source);
  if (error) process.stderr.write(`${directorySentence(t, error, source)}\n`);
}
