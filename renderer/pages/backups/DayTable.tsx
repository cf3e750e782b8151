import type { DayView, TargetView } from '../../../shared/backups/view.ts';
import { sizeText } from '../../../shared/wording/backups.ts';
import { useWords } from '../../app/words.ts';
import styles from './DayTable.module.css';
import { Fold } from './Fold.tsx';

/** What strip and line draw, for those who do not see them, and with every reason at once. */
export function DayFold({ target: { name, days } }: Readonly<{ target: TargetView }>) {
  const { t } = useWords();
  if (days.every(({ state }) => state === 'unknown')) return null;
  return <Fold title={t('backupspage.table')}>{() => <DayTable name={name} days={days} />}</Fold>;
}

function DayTable({ name, days }: Readonly<{ name: string; days: readonly DayView[] }>) {
  const { t, times } = useWords();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- or the keyboard could not scroll it
    <section className={styles.scroll} aria-label={t('backupspage.strip', { name })} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['day', 'state', 'size', 'reason'] as const).map((one) => (
              <th key={one} scope="col">
                {t(`backupspage.table.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <tr key={day.day}>
              <th scope="row">{times.calendarDay(day.day)}</th>
              <td>{t(`backupspage.day.${day.state}`)}</td>
              <td className={styles.figure}>
                {day.sizeBytes === undefined ? t('status.none') : sizeText(t, day.sizeBytes)}
              </td>
              <td className={styles.reason}>{day.error}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
