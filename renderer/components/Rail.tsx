import type { Snapshot } from '../../shared/snapshot.ts';
import { useWords } from '../app/words.ts';
import styles from './Rail.module.css';

const pages = ['status', 'calls', 'feedback', 'news', 'emergency', 'settings'] as const;
export type PageName = (typeof pages)[number];

type Props = Readonly<{
  coopName: string;
  page: PageName;
  /** Whether the document says where people meet when everything is down. */
  hasCard: boolean;
  /** Whether the document names a room that the co-op announces in. */
  hasNews: boolean;
  /** What the member has not looked at. */
  unread: Snapshot['unread'];
  onGo: (page: PageName) => void;
}>;

export function Rail(props: Props) {
  const { coopName, page, hasCard, hasNews, unread, onGo } = props;
  const { t } = useWords();
  const count = (one: PageName) =>
    (one === 'feedback' ? unread?.answers : one === 'news' ? unread?.news : undefined) ?? 0;
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      <p className={styles.coop}>{coopName}</p>
      <ul className={styles.pages}>
        {pages
          .filter((one) => one !== 'emergency' || hasCard)
          .filter((one) => one !== 'news' || hasNews)
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
