import { feedLine, maintenanceLine } from '../../../shared/wording/feeds.ts';
import type { FeedView } from '../../../shared/status/feed-view.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { useWords } from '../../app/words.ts';
import styles from './ServiceDetail.module.css';

/** What the status page says: its state, what explains it, and whether we see something else. All of it is text. */
export function FeedFacts({ feed, now }: Readonly<{ feed: FeedView; now: number }>) {
  const { t, times } = useWords();
  const { disagreement, incident, maintenance } = feed;
  return (
    <section className={styles.part} aria-label={t('feed.title')}>
      <h2>{t('feed.title')}</h2>
      <p>{feedLine(t, times, feed, now)}</p>
      {disagreement && <p>{t(`feed.disagree.${disagreement}`)}</p>}
      {incident && (
        <Entry
          title={
            incident.sinceUtcMs === undefined
              ? incident.title
              : `${incident.title} (${t('feed.since', { time: times.clock(incident.sinceUtcMs, now) })})`
          }
          text={incident.text}
        />
      )}
      {maintenance && (
        <Entry title={maintenanceLine(t, times, maintenance, now)} text={maintenance.text} />
      )}
    </section>
  );
}

/** A line for the list: that the page disagrees, or what it gives as the cause. */
export function FeedClause({ view }: Readonly<{ view: ServiceView }>) {
  const { t } = useWords();
  const { feed, reason } = view;
  if (feed?.disagreement) return <p>{t(`feed.disagree.${feed.disagreement}`)}</p>;
  // The reason may already be the page's own word.
  if (!feed?.incident || reason?.code.startsWith('feed-')) return null;
  return <p>{t('reason.feed-incident', { feed: feed.name, title: feed.incident.title })}</p>;
}

function Entry({ title, text }: Readonly<{ title: string; text: string | undefined }>) {
  return (
    <p>
      {title}
      {text && (
        <>
          <br />
          <span className={styles.quiet}>{text}</span>
        </>
      )}
    </p>
  );
}
