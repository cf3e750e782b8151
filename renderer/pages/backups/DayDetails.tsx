import type { TargetView } from '../../../shared/backups/view.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { BackupStrip } from './BackupStrip.tsx';
import { DayTable } from './DayTable.tsx';
import { Sizes } from './Sizes.tsx';
import styles from './TargetRow.module.css';

/** Each day of the last 90, as bars and as a table. */
export function DayDetails({ target }: Readonly<{ target: TargetView }>) {
  const { t } = useWords();
  const { name, days } = target;
  if (days.every(({ state }) => state === 'unknown')) {
    return <p className="quiet">{t('backupspage.strip.unknown')}</p>;
  }
  return (
    <Disclosure summary={t('backupspage.days')}>
      <div className={styles.body}>
        <BackupStrip target={target} />
        <Sizes days={days} />
        <Disclosure summary={t('backupspage.table')}>
          <DayTable name={name} days={days} />
        </Disclosure>
      </div>
    </Disclosure>
  );
}
