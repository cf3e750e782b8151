import type { Answers, Outcome } from '../../../shared/feedback/state.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import type { IconLook } from '../../components/Icon.tsx';
import { Icon, shapes } from '../../components/Icon.tsx';
import styles from './Thread.module.css';

const ellipsis = 'M5 10v.1M10 10v.1M15 10v.1';
const eye = 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 8a2 2 0 1 0 .01 0';

const looks: Readonly<Record<Outcome, IconLook>> = {
  none: { path: ellipsis, tone: 'unknown', strokeWidth: 1.8 },
  seen: { path: eye, tone: 'planned', strokeWidth: 1.8 },
  working: { path: shapes.wrench, tone: 'minor', strokeWidth: 1.8 },
  fixed: { path: shapes.tick, tone: 'good', strokeWidth: 1.8 },
  closed: { path: shapes.dash, tone: 'unknown', strokeWidth: 1.8 },
};

/** The outcome so far, its age, and the number of unread answers. */
export function OutcomeLine({ answers }: Readonly<{ answers: Answers }>) {
  const { t, times } = useWords();
  const now = useNow();
  const { outcome, unread, askedAtUtcMs } = answers;
  if (askedAtUtcMs === undefined && outcome === 'none') {
    return <p className="quiet">{t('answers.unknown')}</p>;
  }
  return (
    <p className={styles.outcome}>
      <Icon look={looks[outcome]} />
      <strong>{t(`answers.outcome.${outcome}`)}</strong>
      {unread > 0 && (
        <span className={styles.unread}>{t('answers.unread', { count: unread })}</span>
      )}
      {askedAtUtcMs !== undefined && (
        <span className="quiet">{t('answers.asOf', { time: times.clock(askedAtUtcMs, now) })}</span>
      )}
    </p>
  );
}
