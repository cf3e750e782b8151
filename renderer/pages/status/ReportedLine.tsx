import { reportedSentence } from '../../../shared/wording/announcements.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { DetailsButton } from './parts.tsx';
import styles from './ReportedLine.module.css';

/** The co-op's report about a service, shown beside the app's own measurements. */
export function ReportedLine({ view: { reported } }: Readonly<{ view: ServiceView }>) {
  const { t, times } = useWords();
  const now = useNow();
  return reported && <p className={styles.report}>{reportedSentence(t, times, reported, now)}</p>;
}

/** Services that the co-op has reported, although the app's own checks find no trouble. */
export function ReportedNotes({
  views,
  onSelect,
}: Readonly<{ views: readonly ServiceView[]; onSelect: (serviceId: string) => void }>) {
  const { t } = useWords();
  const reportedViews = views.filter((view) => view.reported);
  if (reportedViews.length === 0) return null;
  return (
    <section aria-label={t('answers.reported.title')}>
      <ul className={styles.reported}>
        {reportedViews.map((view) => (
          <li key={view.id}>
            <div>
              <strong dir="auto">{view.name}</strong>
              <ReportedLine view={view} />
            </div>
            <DetailsButton view={view} onSelect={onSelect} />
          </li>
        ))}
      </ul>
    </section>
  );
}
