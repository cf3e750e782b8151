import { reportedSentence } from '../../../shared/wording/announcements.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { DetailsButton } from './parts.tsx';
import styles from './parts.module.css';

/** What the co-op has reported of a service, beside what is measured here. */
export function ReportedLine({ view: { reported } }: Readonly<{ view: ServiceView }>) {
  const { t, times } = useWords();
  const now = useNow();
  return reported && <p className={styles.said}>{reportedSentence(t, times, reported, now)}</p>;
}

/** Services that the co-op has reported although they answer well here. */
export function ReportedNotes({
  views,
  onSelect,
}: Readonly<{ views: readonly ServiceView[]; onSelect: (serviceId: string) => void }>) {
  const { t } = useWords();
  const told = views.filter((view) => view.reported);
  if (told.length === 0) return null;
  return (
    <section aria-label={t('answers.reported.title')}>
      <ul className={styles.reported}>
        {told.map((view) => (
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
