import type { TargetView } from '../../../shared/backups/view.ts';
import { dayStates } from '../../../shared/backups/view.ts';
import { daysText, daySentence } from '../../../shared/wording/backups-page.ts';
import { useWords } from '../../app/words.ts';
import { DayBars } from '../../components/DayBars.tsx';

/** The last 90 days. Describes the latest bad day initially. */
export function BackupStrip({ target: { name, days } }: Readonly<{ target: TargetView }>) {
  const { t, times } = useWords();
  const summary = daysText(t, days);
  if (summary === undefined) return <p className="quiet">{t('backupspage.strip.unknown')}</p>;
  const trouble = days.findLast(({ state }) => ['failed', 'missing', 'shrunk'].includes(state));
  const legendStates = dayStates.filter((state) => days.some((day) => day.state === state));
  return (
    <div>
      <p>{summary}</p>
      <DayBars
        bars={days.map((day) => ({
          date: day.day,
          look: day.state,
          sentence: daySentence(t, times, day),
        }))}
        label={t('backupspage.strip', { name })}
        help={t('history.stripHelp')}
        ends={[t('history.oldest'), t('history.newest')]}
        first={trouble?.day}
        legend={
          legendStates.length < 2
            ? []
            : legendStates.map((one) => [one, t(`backupspage.legend.${one}`)])
        }
      />
    </div>
  );
}
