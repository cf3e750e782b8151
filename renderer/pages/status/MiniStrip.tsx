import { memo } from 'react';
import type { DayKind } from '../../../shared/history/overview.ts';
import { dayKinds } from '../../../shared/history/overview.ts';
import styles from './MiniStrip.module.css';

/** Taller is worse, so that states differ without colours. */
const heights: Readonly<Record<DayKind, number>> = {
  up: 8,
  degraded: 13,
  down: 18,
  maintenance: 13,
  unknown: 5,
  unwatched: 2,
};
const height = 18;
const step = 2;

/** The last 90 days at a glance. Decorative: the service’s page has them as a control and as a table. */
export const MiniStrip = memo(function MiniStrip({ days }: Readonly<{ days: string }>) {
  const kinds = dayKinds(days);
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${kinds.length * step} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {/* One path a state: ninety bars in each of forty rows would be thousands of elements. */}
      {[...new Set(kinds)].map((kind) => (
        <path key={kind} data-kind={kind} d={pathOf(kinds, kind)} />
      ))}
    </svg>
  );
});

function pathOf(kinds: readonly DayKind[], kind: DayKind): string {
  const tall = heights[kind];
  return kinds
    .map((one, index) =>
      one === kind ? `M${index * step} ${height - tall}h1.4v${tall}h-1.4z` : '',
    )
    .join('');
}
