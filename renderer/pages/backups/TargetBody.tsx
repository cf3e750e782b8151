import type { TargetView } from '../../../shared/backups/view.ts';
import { useWords } from '../../app/words.ts';
import { DayFold } from './DayTable.tsx';
import { Sizes } from './Sizes.tsx';
import styles from './TargetBody.module.css';
import { TargetFacts } from './TargetFacts.tsx';

type Props = Readonly<{ target: TargetView; onRestore: (target: TargetView) => void }>;

export function TargetBody({ target, onRestore }: Props) {
  const { t } = useWords();
  return (
    <div className={styles.body}>
      <TargetFacts target={target} />
      <Sizes days={target.days} />
      <DayFold target={target} />
      <button
        type="button"
        className={styles.restore}
        aria-label={t('backupspage.restore.from', { name: target.name })}
        onClick={() => onRestore(target)}
      >
        {t('backupspage.restore.fromShort')}
      </button>
    </div>
  );
}
