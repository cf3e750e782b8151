import type { Answers, Outcome } from '../../../shared/feedback/state.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import styles from './Thread.module.css';

/** Shapes, so that no outcome depends on seeing colours; the word always stands beside it. */
const paths: Readonly<Record<Outcome, string>> = {
  none: 'M5 10v.1M10 10v.1M15 10v.1',
  seen: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 8a2 2 0 1 0 .01 0',
  working: 'M14.6 5.2a4 4 0 0 0-5.2 5l-4.6 4.6 1.6 1.6 4.6-4.6a4 4 0 0 0 5-5.2l-2.3 2.3-1.4-1.4z',
  fixed: 'M4 10.5l4 4 8-9',
  closed: 'M5 10h10',
};

/** What became of it, as of when, and how much of it is new. */
export function OutcomeLine({ answers }: Readonly<{ answers: Answers }>) {
  const { t, times } = useWords();
  const now = useNow();
  const { outcome, unread, askedAtUtcMs } = answers;
  if (askedAtUtcMs === undefined && outcome === 'none') {
    return <p className="quiet">{t('answers.unknown')}</p>;
  }
  return (
    <p className={styles.outcome} data-outcome={outcome}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={paths[outcome]} />
      </svg>
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
