import { useId, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { Kind } from '../../shared/history/kinds.ts';
import type { DayView } from '../../shared/backups/view.ts';
import { useWords } from '../app/words.ts';
import { AxisLabels } from './AxisLabels.tsx';
import { Disclosure } from './Disclosure.tsx';
import { Legend } from './Legend.tsx';
import { Scroll } from './Scroll.tsx';
import styles from './DayBars.module.css';

/** The look of a bar: the state of a service, or of a day's backup. */
export type BarLook = Kind | 'unwatched' | DayView['state'];

export type DayBar = Readonly<{
  /** `2026-11-24` */
  date: string;
  look: BarLook;
  /** Describes the day. */
  sentence: string;
}>;

type Props = Readonly<{
  /** Oldest first. */
  bars: readonly DayBar[];
  label: string;
  help: string;
  /** Labels of the first and the last day. */
  ends: readonly [string, string];
  /** The date of the day described initially; the last day by default. */
  first?: string | undefined;
  legend: readonly (readonly [BarLook, string])[];
}>;

/**
 * One bar a day, all in one control: ninety buttons would be too narrow to hit, and too many to read out. The arrow keys
 * or the pointer choose a day, which is described below the bars; a table has the same.
 */
export function DayBars({ bars, label, help, ends, first, legend }: Props) {
  const { t } = useWords();
  const helpId = useId();
  const [chosenDate, setChosenDate] = useState<string>();
  const found = bars.findIndex((one) => one.date === (chosenDate ?? first));
  const chosen = found < 0 ? bars.length - 1 : found;
  const sentence = bars[chosen]?.sentence;

  const move = (event: KeyboardEvent) => {
    const index = targetOf(event.key, chosen, bars.length - 1);
    if (index === undefined) return;
    event.preventDefault();
    setChosenDate(bars[index]?.date);
  };
  const point = (event: PointerEvent) => {
    const date = event.target instanceof HTMLElement ? event.target.dataset['date'] : undefined;
    if (date !== undefined && (event.type !== 'pointermove' || event.buttons > 0)) {
      setChosenDate(date);
    }
  };

  return (
    <>
      <p className="unseen" id={helpId}>
        {help}
      </p>
      <div
        className={styles.bars}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input holds no bars
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-describedby={helpId}
        aria-valuemin={1}
        aria-valuemax={bars.length}
        aria-valuenow={chosen + 1}
        aria-valuetext={sentence}
        onKeyDown={move}
        onPointerDown={point}
        onPointerMove={point}
      >
        {bars.map((one, index) => (
          <span
            key={one.date}
            className={styles.day}
            data-kind={one.look}
            data-date={one.date}
            data-chosen={index === chosen}
          />
        ))}
      </div>
      <AxisLabels labels={ends} />
      <p className={styles.sentence} aria-hidden="true">
        {sentence}
      </p>
      <Legend
        items={legend}
        className={styles.legend}
        renderSwatch={(look) => <span className={styles.swatch} data-kind={look} />}
      />
      <Disclosure summary={t('strip.list')}>
        <Scroll label={label} tall>
          <ul className={styles.days}>
            {bars.toReversed().map((one) => (
              <li key={one.date}>{one.sentence}</li>
            ))}
          </ul>
        </Scroll>
      </Disclosure>
    </>
  );
}

function targetOf(key: string, from: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, from - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, from + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
