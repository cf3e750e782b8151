import type { Snapshot } from '../../shared/snapshot.ts';
import type { CoopView } from '../../shared/coop/view.ts';
import type { RailPage } from '../../shared/pages.ts';
import { pagesIn, unreadOn } from '../../shared/pages.ts';
import type { Go } from './page-props.ts';
import styles from './Rail.module.css';
import { useWords } from './words.ts';

type Props = Readonly<{ snapshot: Snapshot; coop: CoopView; page: RailPage; go: Go }>;

export function Rail({ snapshot, coop, page, go }: Props) {
  const { t } = useWords();
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      <p className={styles.coop} dir="auto">
        {coop.name}
      </p>
      <ul className={styles.pages}>
        {pagesIn(coop).map((name) => (
          <li key={name}>
            <button
              type="button"
              className={styles.page}
              aria-current={name === page ? 'page' : undefined}
              onClick={() => go({ page: name })}
            >
              {t(`page.${name}`)}
              <Count count={unreadOn(name, snapshot)} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Count({ count }: Readonly<{ count: number }>) {
  const { t } = useWords();
  if (count === 0) return null;
  return (
    <>
      <span className="unseen">{t('answers.rail.unread', { count })}</span>
      <span className={styles.count} aria-hidden="true">
        {count}
      </span>
    </>
  );
}
