/** The backups, joined to the machine. Read once a document speaks of them: nothing of it is there at start. */
import { join } from 'node:path';
import type { BackupNews } from '../shared/backups/notices.ts';
import type { Backups } from './backups/index.ts';
import { createBackups } from './backups/index.ts';
import { keptLimitBytes } from './backups/kept.ts';
import { createReadBackups } from './backups/request.ts';
import type { Clock } from './platform/clock.ts';
import type { ConnectivityMonitor } from './platform/connectivity.ts';
import { fileStore } from './platform/files.ts';
import type { Net } from './platform/net/index.ts';
import { createSecrets } from './platform/secrets/index.ts';
import { machineTimeZone } from './platform/time-zone.ts';

export type BackupsWorld = Readonly<{
  clock: Clock;
  net: Pick<Net, 'request'>;
  profileDir: string;
  connectivity: Pick<ConnectivityMonitor, 'current' | 'confirm'>;
  /** Whether the member wants to hear nothing now. */
  isHushed: () => boolean;
  show: (news: readonly BackupNews[]) => void;
  onChange: () => void;
}>;

export async function composeBackups(world: BackupsWorld): Promise<Backups> {
  const { clock, connectivity, isHushed, show } = world;
  const backups = createBackups({
    clock,
    connectivity,
    isHushed,
    show,
    random: Math.random,
    timeZone: machineTimeZone,
    read: createReadBackups({ clock, net: world.net }),
    store: fileStore(join(world.profileDir, 'backups.json'), keptLimitBytes),
    secrets: createSecrets({ clock }),
  });
  await backups.restore();
  backups.onChange(world.onChange);
  return backups;
}
