import { useWords } from '../app/words.ts';
import styles from './Rail.module.css';

const pages = ['status', 'calls', 'backups', 'emergency', 'settings'] as const;
export type PageName = (typeof pages)[number];

type Props = Readonly<{
  coopName: string;
  page: PageName;
  /** Whether the document says where people meet when everything is down. */
  hasCard: boolean;
  /** Whether it says where the backups tell how they are. */
  hasBackups: boolean;
  onGo: (page: PageName) => void;
}>;

export function Rail({ coopName, page, hasCard, hasBackups, onGo }: Props) {
  const { t } = useWords();
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      <p className={styles.coop}>{coopName}</p>
      <ul className={styles.pages}>
        {pages
          .filter((one) => one !== 'emergency' || hasCard)
          .filter((one) => one !== 'backups' || hasBackups)
          .map((one) => (
            <li key={one}>
              <button
                type="button"
                className={styles.page}
                aria-current={one === page ? 'page' : undefined}
                onClick={() => onGo(one)}
              >
                {t(`page.${one}`)}
              </button>
            </li>
          ))}
      </ul>
    </nav>
  );
}
