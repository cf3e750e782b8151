import { shownUptime } from '../../../../shared/history/figures.ts';
import type { HistoryView } from '../../../../shared/history/view.ts';
import { usePercent } from '../../../app/percent.ts';
import { useWords } from '../../../app/words.ts';
import { timeParts } from './time-parts.ts';
import styles from './Uptimes.module.css';

type Props = Readonly<{ uptimes: HistoryView['uptimes'] }>;

/** The share of time that the service was up, and the time that is not counted. */
export function Uptimes({ uptimes }: Props) {
  const words = useWords();
  const { t } = words;
  const percent = usePercent();
  return (
    <section>
      <h2>{t('history.uptime')}</h2>
      <dl className={styles.figures}>
        {(['day', 'week', 'month'] as const).map((period) => {
          const uptime = shownUptime(uptimes[period].time);
          const parts = timeParts(words, uptimes[period], ['maintenance', 'unknown', 'unwatched']);
          return (
            <div key={period}>
              <dt>{t(`history.uptime.${period}`)}</dt>
              <dd className={styles.figure}>
                {uptime === undefined ? t('history.uptime.none') : percent(uptime)}
              </dd>
              {parts && (
                <dd className={`quiet ${styles.notCounted}`}>
                  {t('history.notCounted', { parts })}
                </dd>
              )}
            </div>
          );
        })}
      </dl>
    </section>
  );
}
