import { useWords } from '../app/words.ts';
import styles from './Loading.module.css';

/** The shape of a list that is being read. */
export function Loading() {
  const { t } = useWords();
  return (
    <div className={styles.loading} aria-busy="true">
      <p className="unseen">{t('state.loading')}</p>
      <div className={styles.line} />
      <div className={styles.line} />
      <div className={styles.line} />
    </div>
  );
}
