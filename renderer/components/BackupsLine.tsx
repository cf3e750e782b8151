import type { Snapshot } from '../../shared/snapshot.ts';
import { backupsMenuLine } from '../../shared/wording/backups-page.ts';
import { useWords } from '../app/words.ts';

/** Whether the data is safe: a page where everything works would be taken for an answer. */
export function BackupsLine({ backups }: Pick<Snapshot, 'backups'>) {
  const { t } = useWords();
  if (!backups) return null;
  const trouble = backupsMenuLine(t, backups);
  if (trouble !== undefined) return <p>{trouble}</p>;
  if (backups.awaited) return <p className="quiet">{t('status.backupsAwaited')}</p>;
  return backups.good > 0 ? <p className="quiet">{t('status.backupsGood')}</p> : null;
}
