import type { BackupsSummary } from '../../shared/backups/summary.ts';
import { verdictOfBackups, worstState } from '../../shared/backups/summary.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { Verdict } from '../../shared/observation/observation.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { isBlind } from '../../shared/status/summary.ts';
import { backupsClause } from '../../shared/wording/backups-page.ts';
import { useWords } from '../app/words.ts';
import styles from './BackupsLine.module.css';
import { StateIcon } from './StateIcon.tsx';

type Props = Pick<Snapshot, 'backups' | 'connectivity'>;

/** Whether the data is safe: a page where everything works would be taken for an answer. */
export function BackupsLine({ backups, connectivity }: Props) {
  const { t } = useWords();
  if (!backups) return null;
  const said = sayingOf(t, backups, isBlind(connectivity));
  if (!said) return backups.awaited ? <p className="quiet">{t('status.backupsAwaited')}</p> : null;
  return (
    <p className={styles.line}>
      <StateIcon verdict={said.verdict} />
      {said.text}
    </p>
  );
}

type Saying = Readonly<{ verdict: Verdict; text: string | undefined }>;

/** Undefined while nothing is known. While this computer is offline, what was good is no more than that. */
function sayingOf(t: Translate, backups: BackupsSummary, blind: boolean): Saying | undefined {
  const state = worstState(backups);
  if (state === 'good' && blind) return { verdict: 'unknown', text: t('status.backupsWereGood') };
  if (state === 'good') return { verdict: 'up', text: t('status.backupsGood') };
  return state && { verdict: verdictOfBackups[state], text: backupsClause(t, backups) };
}
