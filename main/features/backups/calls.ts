/** What the calls of the backups' page do. */
import type { CallHandlers, CallName } from '../../../shared/ipc.ts';
import type { CopyClean } from '../../desktop/redacted-copy.ts';
import type { LazyBackups } from './lazy.ts';

type BackupsCall = Extract<CallName, `backups.${string}`>;

export function createBackupsCalls(
  backups: Pick<LazyBackups, 'get' | 'state'>,
  copyClean: CopyClean,
): Pick<CallHandlers, BackupsCall> {
  return {
    'backups.get': backups.state,
    'backups.readNow': async ({ sourceId }) => (await backups.get())?.readNow(sourceId),
    'backups.setSecret': async ({ sourceId, secret, shown }) => {
      const loaded = await backups.get();
      return loaded ? loaded.setSecret(sourceId, secret, shown) : 'not-found';
    },
    'backups.copyRequest': async ({ text, kept }) => void (await copyClean(text, kept)),
  };
}
