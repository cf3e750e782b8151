import type { DayView } from '../../../shared/backups/view.ts';
import { sizeText } from '../../../shared/wording/backups.ts';
import { useWords } from '../../app/words.ts';
import { Plot } from '../../components/Plot.tsx';

/** The size of each day's backup, as a sentence and a chart. A single size is shown by `TargetFacts`. */
export function Sizes({ days }: Readonly<{ days: readonly DayView[] }>) {
  const { t, times } = useWords();
  const sizes = days.flatMap(({ sizeBytes }) => sizeBytes ?? []);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || sizes.length < 2) return null;
  const size = (bytes: number) => sizeText(t, bytes);
  return (
    <div>
      <h3>{t('backupspage.sizes')}</h3>
      <p className="quiet">
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
        ends={[times.calendarDay(first.day), times.calendarDay(last.day)]}
        label={size}
      />
    </div>
  );
}
