/** The backups, joined to the machine. Read once a document speaks of them: nothing of it is there at start. */
import { backupNewsText } from '../../../shared/wording/backup-alerts.ts';
import type { NoticeText } from '../../../shared/wording/sentences.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { Backups } from './index.ts';
import { createBackups } from './index.ts';
import { backupsForm } from './reading-cache.ts';
import { createReadBackups } from './request.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ConnectivityMonitor } from '../../platform/connectivity.ts';
import type { ProfileFiles } from '../../platform/profile-files.ts';
import type { Net } from '../../platform/net/index.ts';
import { createSecrets } from '../../platform/secrets/index.ts';
import { machineTimeZone } from '../../platform/time-zone.ts';
import type { WindowChannel } from '../../desktop/window-channel.ts';

export type BackupsWorld = Readonly<{
  clock: Clock;
  net: Pick<Net, 'request'>;
  files: Pick<ProfileFiles, 'file'>;
  connectivity: Pick<ConnectivityMonitor, 'current' | 'confirm'>;
  t: Translate;
  /** Whether the member wants to hear nothing now. */
  isQuiet: () => boolean;
}>;

export type BackupsScreen = WindowChannel &
  Readonly<{
    notify: (text: NoticeText) => void;
    /** Something of it is in every snapshot. */
    changed: () => void;
  }>;

export async function composeBackups(world: BackupsWorld, screen: BackupsScreen): Promise<Backups> {
  const { clock, connectivity, isQuiet, t } = world;
  const backups = createBackups({
    clock,
    connectivity,
    isQuiet,
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
