import type { BackupState, TargetView } from '../../../shared/backups/view.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { useWords } from '../../app/words.ts';
import { StateIcon } from '../../components/StateIcon.tsx';
import styles from './TargetHead.module.css';

/** Backups use the icons of the status page. */
export const verdicts: Readonly<Record<BackupState, Verdict>> = {
  bad: 'down',
  unknown: 'unknown',
  warning: 'degraded',
  good: 'up',
};

type Props = Readonly<{
  target: TargetView;
  /** Whether to name the source. */
  severalSources: boolean;
}>;

export function TargetHead({ target, severalSources }: Props) {
  const { t } = useWords();
  const { name, state, sourceName } = target;
  return (
    <div className={styles.head}>
      <StateIcon verdict={verdicts[state]} />
      <h2 className={styles.name} dir="auto">
        {name}
      </h2>
      <span className={styles.state} data-state={state}>
        {t(`backups.state.${state}`)}
      </span>
      {severalSources && sourceName !== name && (
        <span className="quiet">{t('backupspage.from', { source: sourceName })}</span>
      )}
    </div>
  );
}
