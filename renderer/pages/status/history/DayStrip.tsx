import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { worstOf } from '../../../../shared/history/figures.ts';
import type { StripDay } from '../../../../shared/history/strip.ts';
import type { Words } from '../../../app/words.ts';
import { useWords } from '../../../app/words.ts';
import styles from './DayStrip.module.css';
import { timeParts } from './time-parts.ts';

type Props = Readonly<{ strip: readonly StripDay[] }>;

const shown = ['down', 'degraded', 'maintenance', 'up', 'unknown'] as const;

/** One bar a day. A single stop for the Tab key; the arrows go from day to day, and the chosen day is told in words. */
export function DayStrip({ strip }: Props) {
  const words = useWords();
  const { t } = words;
  const bars = useRef<HTMLDivElement>(null);
  const [chosenDate, setChosenDate] = useState<string>();
  const chosen = Math.max(
    0,
    chosenDate === undefined ? strip.length - 1 : strip.findIndex((day) => day.date === chosenDate),
  );
  const day = strip[chosen];

  const move = (event: KeyboardEvent) => {
    const index = targetOf(event.key, chosen, strip.length - 1);
    if (index === undefined) return;
    event.preventDefault();
    setChosenDate(strip[index]?.date);
    const bar = bars.current?.children[index];
    if (bar instanceof HTMLElement) bar.focus();
  };

  return (
    <section className={styles.part}>
      <h2 id="history-strip">{t('history.strip')}</h2>
      <p className="unseen" id="history-strip-help">
        {t('history.stripHelp')}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the bars inside take the focus */}
      <div
        ref={bars}
        className={styles.bars}
        role="toolbar"
        aria-labelledby="history-strip"
        aria-describedby="history-strip-help"
        onKeyDown={move}
      >
        {strip.map((one, index) => (
          <button
            key={one.date}
            type="button"
            className={styles.day}
            data-kind={worstOf(one.time) ?? 'unwatched'}
            tabIndex={index === chosen ? 0 : -1}
            aria-pressed={index === chosen}
            aria-label={sentence(words, one)}
            onClick={() => setChosenDate(one.date)}
          />
        ))}
      </div>
      <p className={styles.ends} aria-hidden="true">
        <span>{t('history.oldest')}</span>
        <span>{t('history.newest')}</span>
      </p>
      {day && <p className={styles.told}>{sentence(words, day)}</p>}
      <Legend />
    </section>
  );
}

function Legend() {
  const { t } = useWords();
  return (
    <ul className={styles.legend} aria-hidden="true">
      {(['up', 'degraded', 'down', 'maintenance', 'unknown', 'unwatched'] as const).map((kind) => (
        <li key={kind}>
          <span className={styles.swatch} data-kind={kind} />
          {t(`history.kind.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

function sentence(words: Words, day: StripDay): string {
  const { t, times } = words;
  // Noon, so that no time zone moves the date.
  const date = times.day(new Date(`${day.date}T12:00`).getTime());
  const parts = timeParts(words, day, [...shown, 'unwatched']);
  return t('history.day', { date, parts: parts || t('history.kind.unwatched') });
}

function targetOf(key: string, from: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, from - 1);
    case 'ArrowRight':
      return Math.min(last, from + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
