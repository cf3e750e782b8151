/** The first steps of a start, in their order. */
import type { Translate } from '../shared/i18n/translator.ts';
import { directorySentence } from '../shared/wording/sentences.ts';
import type { Shortcut } from './desktop/shortcut.ts';
import type { WindowKeeper } from './desktop/window.ts';
import type { Directory } from './core/directory/index.ts';
import { restoreOrAsk } from './core/directory/index.ts';
import type { Flags } from './flags.ts';
import type { OnDemand } from './features/index.ts';
import type { NotificationPolicy } from './core/notification-policy/index.ts';

export type BeginParts = Readonly<{
  flags: Flags;
  t: Translate;
  policy: NotificationPolicy;
  directory: Directory;
  onDemand: OnDemand;
  shortcut: Shortcut;
  window: WindowKeeper;
}>;

export async function begin(parts: BeginParts): Promise<void> {
  const { flags, directory, window } = parts;
  // Until its settings are known, peace holds every change.
  await parts.policy.restore();
  try {
    await restoreOrAsk(directory);
    parts.onDemand.begin();
    void parts.shortcut.restore();
    if (flags.coop) await joinFromFlag(parts, flags.coop);
    else void directory.refresh();
  } finally {
    // Whatever it was: an icon alone cannot say it, and the window can name another co-op.
    if (flags.show || !directory.current()) window.show();
  }
}

async function joinFromFlag({ directory, t }: BeginParts, source: string): Promise<void> {
  const error = await directory.join(source);
  if (error) process.stderr.write(`${directorySentence(t, error, source)}\n`);
}
