import type { DayView } from '../../../shared/backups/view.ts';
import { sizeText } from '../../../shared/wording/backups.ts';
import { useWords } from '../../app/words.ts';
import { Scroll } from '../../components/Scroll.tsx';
import styles from './DayTable.module.css';

/** The figures of the strip and the chart, with errors. */
export function DayTable({ name, days }: Readonly<{ name: string; days: readonly DayView[] }>) {
  const { t, times } = useWords();
  return (
    <Scroll label={t('backupspage.strip', { name })} tall>
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
              <td className={styles.reason} dir="auto">
                {day.error}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
