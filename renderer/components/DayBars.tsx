import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Kind } from '../../shared/history/kinds.ts';
import type { DayView } from '../../shared/backups/view.ts';
import { AxisLabels } from './AxisLabels.tsx';
import { Legend } from './Legend.tsx';
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

/** One bar a day, all in one tab stop: the arrow keys choose a day, which is described below the bars. */
export function DayBars({ bars, label, help, ends, first, legend }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const [chosenDate, setChosenDate] = useState<string>();
  const found = bars.findIndex((one) => one.date === (chosenDate ?? first));
  const chosen = found < 0 ? bars.length - 1 : found;

  const move = (event: KeyboardEvent) => {
    const index = targetOf(event.key, chosen, bars.length - 1);
    if (index === undefined) return;
    event.preventDefault();
    setChosenDate(bars[index]?.date);
    const bar = container.current?.children[index];
    if (bar instanceof HTMLElement) bar.focus();
  };

  return (
    <>
      <p className="unseen" id={helpId}>
        {help}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the bars inside take the focus */}
      <div
        ref={container}
        className={styles.bars}
        role="toolbar"
        aria-label={label}
        aria-describedby={helpId}
        onKeyDown={move}
      >
        {bars.map((one, index) => (
          <button
            key={one.date}
            type="button"
            className={styles.day}
            data-kind={one.look}
            tabIndex={index === chosen ? 0 : -1}
            aria-pressed={index === chosen}
            aria-label={one.sentence}
            onClick={() => setChosenDate(one.date)}
          />
        ))}
      </div>
      <AxisLabels labels={ends} />
      <p className={styles.sentence}>{bars[chosen]?.sentence}</p>
      <Legend
        items={legend}
        className={styles.legend}
        renderSwatch={(look) => <span className={styles.swatch} data-kind={look} />}
      />
    </>
  );
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
