/** Wires the backups to the network, the keyring, notifications and the snapshot. */
import { newsStanding } from '../../../shared/backups/notices.ts';
import { summariseBackups } from '../../../shared/backups/summary.ts';
import { backupNewsText } from '../../../shared/wording/backup-alerts.ts';
import { createSecrets } from '../../platform/secrets/index.ts';
import type { Running } from '../feature.ts';
import type { Host } from '../host.ts';
import type { BackupsSection } from './types.ts';
import type { Backups } from './index.ts';
import { createBackups } from './index.ts';
import { backupsForm } from './reading-cache.ts';
import { createReadBackups } from './request.ts';

export async function startBackups(host: Host): Promise<Running<BackupsSection, Backups>> {
  const { clock, connectivity } = host;
  const backups = createBackups({
    clock,
    connectivity,
    isQuiet: host.isQuiet,
    show: (news, known) =>
      host.notify(backupNewsText(host.t, news), () => host.goTo({ page: 'backups' }), {
        standing: newsStanding(news, known),
      }),
    random: Math.random,
    timeZone: host.timeZone,
    read: createReadBackups({ clock, net: host.pages }),
    store: host.files.file(backupsForm),
    secrets: createSecrets({ clock }),
  });
  await backups.restore();
  backups.onChange(() => {
    const state = backups.state();
    host.send('backups', () => state);
    // Computed on change, because the snapshot is built far more often.
    host.publish({ backups: summariseBackups(state) });
  });
  connectivity.onChange((now, before) => {
    if (now.clockOffMs !== before.clockOffMs) backups.review();
  });
  return {
    api: backups,
    setSection: ({ plan, rooms }) => backups.setPlan(plan, rooms),
    suspend: backups.suspend,
    resume: backups.resume,
    dispose: backups.dispose,
  };
}
