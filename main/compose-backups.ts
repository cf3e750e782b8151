/** The backups, joined to the machine. Read once a document speaks of them: nothing of it is there at start. */
import { backupNewsText } from '../shared/i18n/backups-news.ts';
import type { NoticeText } from '../shared/i18n/sentences.ts';
import type { Translate } from '../shared/i18n/translator.ts';
import type { Backups } from './backups/index.ts';
import { createBackups } from './backups/index.ts';
import { backupsForm } from './backups/kept.ts';
import { createReadBackups } from './backups/request.ts';
import type { Clock } from './platform/clock.ts';
import type { ConnectivityMonitor } from './platform/connectivity.ts';
import type { ProfileFiles } from './platform/profile-files.ts';
import type { Net } from './platform/net/index.ts';
import { createSecrets } from './platform/secrets/index.ts';
import { machineTimeZone } from './platform/time-zone.ts';
import type { Screen } from './desktop/screen.ts';

export type BackupsWorld = Readonly<{
  clock: Clock;
  net: Pick<Net, 'request'>;
  files: Pick<ProfileFiles, 'file'>;
  connectivity: Pick<ConnectivityMonitor, 'current' | 'confirm'>;
  t: Translate;
  /** Whether the member wants to hear nothing now. */
  isHushed: () => boolean;
}>;

export type BackupsScreen = Screen &
  Readonly<{
    notify: (text: NoticeText) => void;
    /** Something of it is in every snapshot. */
    changed: () => void;
  }>;

export async function composeBackups(world: BackupsWorld, screen: BackupsScreen): Promise<Backups> {
  const { clock, connectivity, isHushed, t } = world;
  const backups = createBackups({
    clock,
    connectivity,
    isHushed,
    show: (news) => screen.notify(backupNewsText(t, news)),
    random: Math.random,
    timeZone: machineTimeZone,
    read: createReadBackups({ clock, net: world.net }),
    store: world.files.file(backupsForm),
    secrets: createSecrets({ clock }),
  });
  await backups.restore();
  backups.onChange(() => {
    // Without a window nobody is told; the next one asks for the whole.
    if (screen.contents()) screen.send('backups', backups.state());
    screen.changed();
  });
  return backups;
}
