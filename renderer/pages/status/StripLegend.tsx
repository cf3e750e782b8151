import { dayKinds } from '../../../shared/history/overview.ts';
import type { DayKind } from '../../../shared/history/overview.ts';
import { useWords } from '../../app/words.ts';
import { SmallStripLegend } from '../../components/SmallStrip.tsx';
import styles from './ServiceGroups.module.css';

const order: readonly DayKind[] = ['up', 'degraded', 'down', 'maintenance', 'unknown', 'unwatched'];

/** What the strips of the list mean, once below it; where all are alike there is nothing to tell apart. */
export function StripLegend({ strips }: Readonly<{ strips: readonly string[] }>) {
  const { t } = useWords();
  // Drawn with every snapshot. Hundreds of strips have few letters, so only these are looked up.
  const letters = new Set([...new Set(strips)].join(''));
  const seen = new Set(dayKinds([...letters].join('')));
  if (seen.size < 2) return null;
  const shown = order.filter((kind) => seen.has(kind));
  return (
    <div className={styles.legend}>
      <SmallStripLegend items={shown.map((kind) => [kind, t(`history.kind.${kind}`)])} />
    </div>
  );
}
