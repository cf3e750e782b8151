import type { BarLook } from './DayBars.tsx';
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
      className={styles.strip}
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

/** All bars of a kind in one path: a list of hundreds has few elements. */
function barsOf(looks: readonly BarLook[], kind: BarLook, from: number): string {
  const height = heights[kind];
  return looks
    .flatMap((look, at) =>
      look === kind ? `M${from + at + 0.1} ${20 - height}h.8v${height}h-.8z` : [],
    )
    .join('');
}
