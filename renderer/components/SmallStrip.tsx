import type { BarLook } from './DayBars.tsx';
import { Legend } from './Legend.tsx';
import styles from './SmallStrip.module.css';

type Props = Readonly<{
  /** One a day, oldest first. */
  looks: readonly BarLook[];
  /** Days of a full strip: a shorter history stands at its end. */
  length: number;
}>;

/** Heights as in the large strip: taller is worse. */
const heights: Readonly<Record<BarLook, number>> = {
  up: 8,
  ok: 8,
  degraded: 14,
  shrunk: 14,
  maintenance: 14,
  down: 20,
  failed: 20,
  missing: 20,
  unknown: 4,
  unwatched: 1,
  'not-due': 1,
};

/** A picture of the days, in a line of a list. Decorative: the words beside it say the same. */
export function SmallStrip({ looks, length }: Props) {
  const from = length - looks.length;
  const kinds = [...new Set(looks)];
  return (
    <svg
      className={`${styles.bars} ${styles.strip}`}
      viewBox={`0 0 ${length} 20`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {kinds.map((kind) => (
        <path key={kind} data-kind={kind} d={barsOf(looks, kind, from)} />
      ))}
    </svg>
  );
}

type LegendProps = Readonly<{ items: readonly (readonly [BarLook, string])[] }>;

/** What the bars of the strips above mean, each as tall as they are. */
export function SmallStripLegend({ items }: LegendProps) {
  return (
    <Legend
      items={items}
      className={styles.legend}
      renderSwatch={(look) => (
        <svg className={`${styles.bars} ${styles.swatch}`} viewBox="0 0 10 20">
          <path data-kind={look} d={`M1 ${20 - heights[look]}h8v${heights[look]}h-8z`} />
        </svg>
      )}
    />
  );
}

/** All bars of a kind in one path: a list of hundreds has few elements. */
function barsOf(looks: readonly BarLook[], kind: BarLook, from: number): string {
  const height = heights[kind];
  return looks
    .flatMap((look, at) =>
      look === kind ? `M${from + at + 0.1} ${20 - height}h.8v${height}h-.8z` : [],
    )
    .join('');
}
