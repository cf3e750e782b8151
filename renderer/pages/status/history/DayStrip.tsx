import { worstOf } from '../../../../shared/history/figures.ts';
import type { StripDay } from '../../../../shared/history/strip.ts';
import type { Words } from '../../../app/words.ts';
import { useWords } from '../../../app/words.ts';
import { DayBars } from '../../../components/DayBars.tsx';
import styles from './DayStrip.module.css';
import { timeParts } from './time-parts.ts';

type Props = Readonly<{ strip: readonly StripDay[] }>;

const sentenceOrder = ['down', 'degraded', 'maintenance', 'up', 'unknown'] as const;
const looks = ['up', 'degraded', 'down', 'maintenance', 'unknown', 'unwatched'] as const;

/** The state of a service on each day. */
export function DayStrip({ strip }: Props) {
  const words = useWords();
  const { t } = words;
  const bars = strip.map((day) => ({
    date: day.date,
    look: worstOf(day.time) ?? ('unwatched' as const),
    sentence: sentence(words, day),
  }));
  const shown = looks.filter((kind) => bars.some(({ look }) => look === kind));
  return (
    <section className={styles.part}>
      <h2>{t('history.strip')}</h2>
      <DayBars
        bars={bars}
        label={t('history.strip')}
        help={t('history.stripHelp')}
        ends={[t('history.oldest'), t('history.newest')]}
        legend={shown.map((kind) => [kind, t(`history.kind.${kind}`)])}
      />
    </section>
  );
}

function sentence(words: Words, day: StripDay): string {
  const { t, times } = words;
  const date = times.calendarDay(day.date);
  const parts = timeParts(words, day, [...sentenceOrder, 'unwatched']);
  return t('history.day', { date, parts: parts || t('history.kind.unwatched') });
}
