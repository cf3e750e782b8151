import { Wrench } from 'lucide-react';
import { listNames } from '../../../shared/wording/sentences.ts';
import { plansOf } from '../../../shared/status/plans.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import styles from './PlanRows.module.css';

/** Maintenance of the coming day, as dated rows. */
export function PlanRows({ views }: Readonly<{ views: readonly ServiceView[] }>) {
  const { t, times } = useWords();
  const now = useNow();
  const plans = plansOf(views);
  if (plans.length === 0) return null;
  return (
    <section aria-label={t('status.plans')}>
      <ul className={styles.list}>
        {plans.map(({ title, startsUtcMs, endsUtcMs, names, all }) => {
          // Names the day only if it differs from the start.
          const until = times.clock(endsUtcMs, Math.max(startsUtcMs, now));
          const when =
            startsUtcMs > now
              ? t('status.plan.next', { from: times.clock(startsUtcMs, now), until })
              : t('status.plan.now', { until });
          return (
            <li key={`${startsUtcMs} ${title}`} className={styles.row}>
              <Wrench size={16} strokeWidth={1.75} aria-hidden="true" />
              <span>
                <strong>{when}</strong> · <bdi>{title}</bdi> ·{' '}
                <span className="quiet">{all ? t('plan.all') : listNames(t, names)}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
