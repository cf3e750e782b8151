import type { Snapshot } from '../../shared/snapshot.ts';
import type { CoopView } from '../../shared/coop/view.ts';
import { useWords } from '../app/words.ts';
import styles from './Rail.module.css';
import { hasSection } from '../../shared/coop/view.ts';

const pages = ['status', 'calls', 'feedback', 'news', 'backups', 'emergency', 'settings'] as const;
export type PageName = (typeof pages)[number];

type Props = Readonly<{
  coop: CoopView;
  page: PageName;
  /** What the member has not looked at. */
  unread: Snapshot['unread'];
  onGo: (page: PageName) => void;
}>;

export function Rail({ coop, page, unread, onGo }: Props) {
  const { t } = useWords();
  const count = (one: PageName) =>
    (one === 'feedback' ? unread?.answers : one === 'news' ? unread?.news : undefined) ?? 0;
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      <p className={styles.coop}>{coop.name}</p>
      <ul className={styles.pages}>
        {pages
          .filter((one) => isThere(coop, one))
          .map((one) => (
            <li key={one}>
              <button
                type="button"
                className={styles.page}
                aria-current={one === page ? 'page' : undefined}
                onClick={() => onGo(one)}
              >
                {t(`page.${one}`)}
                {count(one) > 0 && (
                  <>
                    <span className="unseen">
                      {t('answers.rail.unread', { count: count(one) })}
                    </span>
                    <span className={styles.count} aria-hidden="true">
                      {count(one)}
                    </span>
                  </>
                )}
              </button>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** A page that the document says nothing for would be empty for ever. */
function isThere(coop: CoopView, page: PageName): boolean {
  if (page === 'emergency') return coop.emergency !== undefined;
  // What members tell each other is on its way there, too.
  if (page === 'feedback') return hasSection(coop, 'feedback', 'acknowledgements');
  if (page === 'news') return hasSection(coop, 'announcements');
  if (page === 'backups') return hasSection(coop, 'backups', 'fadingRooms');
  return true;
}
