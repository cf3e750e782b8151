import type { TargetView } from '../../../shared/backups/view.ts';
import { dayStates } from '../../../shared/backups/view.ts';
import { daysText, daySentence } from '../../../shared/wording/backups-page.ts';
import { useWords } from '../../app/words.ts';
import { DayBars } from '../../components/DayBars.tsx';

/** The last 90 days. Shows the newest bad one in words at first. */
export function BackupStrip({ target: { name, days } }: Readonly<{ target: TargetView }>) {
  const { t, times } = useWords();
  const told = daysText(t, days);
  if (told === undefined) return <p className="quiet">{t('backupspage.strip.unknown')}</p>;
  const trouble = days.findLast(({ state }) => ['failed', 'missing', 'shrunk'].includes(state));
  const there = dayStates.filter((state) => days.some((day) => day.state === state));
  return (
    <div>
      <p>{told}</p>
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
        legend={there.length < 2 ? [] : there.map((one) => [one, t(`backupspage.legend.${one}`)])}
      />
    </div>
  );
}
