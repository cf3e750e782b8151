import type { ServiceView } from '../../../shared/status/view.ts';
import { call } from '../../app/bridge.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import styles from './parts.module.css';

/** Seconds that run up are more restless than useful; in ms. */
const justNowMs = 60_000;

/** "down since 13:50 (12 min), checking again" */
export function stateLine({ t, times }: Words, view: ServiceView, now: number): string {
  const verdict = t(`verdict.${view.verdict}`);
  const never = view.asOfUtcMs === undefined;
  const lastedMs = now - view.sinceUtcMs;
  const since = t('status.since', {
    verdict,
    time: times.clock(view.sinceUtcMs, now),
    duration: lastedMs < justNowMs ? t('status.justNow') : times.span(lastedMs),
  });
  const parts = [
    never ? t('status.neverSeen') : since,
    view.checking === 'failing' && t('status.confirming'),
    view.checking === 'recovering' && t('status.recovering'),
    view.lastKnown && t('status.lastKnown', { verdict: t(`verdict.${view.lastKnown}`) }),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** What to use meanwhile, with the way there if the document names one. */
export function InsteadLink({ view }: Readonly<{ view: ServiceView }>) {
  const { t } = useWords();
  if (!view.instead || (view.verdict !== 'down' && view.verdict !== 'maintenance')) return null;
  const text = t('status.use', { instead: view.instead.name });
  if (!view.instead.hasPage) return <p className={styles.instead}>{text}</p>;
  return (
    <p className={styles.instead}>
      {text}{' '}
      <button
        type="button"
        aria-label={t('status.openService', { name: view.instead.name })}
        onClick={() => void call('link.open', { serviceId: view.id, which: 'instead' })}
      >
        {t('status.open')}
      </button>
    </p>
  );
}
