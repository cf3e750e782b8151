import { feedLine, maintenanceLine } from '../../../shared/wording/feeds.ts';
import type { FeedView } from '../../../shared/status/feed-view.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { useWords } from '../../app/words.ts';
import styles from './ServiceDetail.module.css';

/** The feed status, and whether our own check disagrees. */
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

/** For the list: the feed's disagreement or incident. */
export function FeedClause({ view }: Readonly<{ view: ServiceView }>) {
  const { t } = useWords();
  const { feed, reason } = view;
  if (feed?.disagreement) return <p>{t(`feed.disagree.${feed.disagreement}`)}</p>;
  // The reason may quote the feed already.
  if (!feed?.incident || reason?.code.startsWith('feed-')) return null;
  return <p>{t('reason.feed-incident', { feed: feed.name, title: feed.incident.title })}</p>;
}

function Entry({ title, text }: Readonly<{ title: string; text: string | undefined }>) {
  return (
    <p dir="auto">
      {title}
      {text && (
        <>
          <br />
          <bdi className="quiet">{text}</bdi>
        </>
      )}
    </p>
  );
}
