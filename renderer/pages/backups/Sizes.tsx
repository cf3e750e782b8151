import { useState } from 'react';
import type { DayView, TargetView } from '../../../shared/backups/view.ts';
import { sizeText } from '../../../shared/i18n/backups.ts';
import { dayText } from '../../../shared/i18n/backups-page.ts';
import { useWords } from '../../app/words.ts';
import { Plot } from '../../components/Plot.tsx';
import styles from './Sizes.module.css';

/** The size of each day's copy as a sentence and a line; and every day, with its reason, as a table. */
export function Sizes({ target: { name, days } }: Readonly<{ target: TargetView }>) {
  const { t, times } = useWords();
  const sizes = days.flatMap(({ sizeBytes }) => sizeBytes ?? []);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || days.every(({ state }) => state === 'unknown')) return null;
  const size = (bytes: number) => sizeText(t, bytes);
  return (
    <div className={styles.folds}>
      {sizes.length > 1 && (
        <Fold title={t('backupspage.sizes')}>
          {() => (
            <>
              <p className={styles.quiet}>
                {t('backupspage.sizes.told', {
                  last: size(sizes.at(-1) ?? 0),
                  min: size(Math.min(...sizes)),
                  max: size(Math.max(...sizes)),
                })}
              </p>
              <Plot
                series={[{ look: 'size', points: days.map((day, x) => ({ x, y: day.sizeBytes })) }]}
                from={0}
                to={days.length - 1}
                ends={[dayText(times, first), dayText(times, last)]}
                label={size}
              />
            </>
          )}
        </Fold>
      )}
      <Fold title={t('backupspage.table')}>{() => <DayTable name={name} days={days} />}</Fold>
    </div>
  );
}

type FoldProps = Readonly<{ title: string; children: () => React.ReactNode }>;

/** Its content is made only when it is opened: there may be hundreds of days on the page. */
function Fold({ title, children }: FoldProps) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{title}</summary>
      {open && children()}
    </details>
  );
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
              <th scope="row">{dayText(times, day)}</th>
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
