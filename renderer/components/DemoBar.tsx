import { FlaskConical } from 'lucide-react';
import { call } from '../app/bridge.ts';
import { useWords } from '../app/words.ts';
import styles from './DemoBar.module.css';

/** Above every page of the demo: that it is one, and the way out. */
export function DemoBar() {
  const { t } = useWords();
  return (
    <aside className={styles.bar} aria-label={t('demo.name')}>
      <FlaskConical size={16} strokeWidth={1.75} aria-hidden="true" />
      <p>{t('demo.banner')}</p>
      <button
        type="button"
        onClick={() => void call('demo.leave', undefined).catch(() => undefined)}
      >
        {t('demo.leave')}
      </button>
    </aside>
  );
}
