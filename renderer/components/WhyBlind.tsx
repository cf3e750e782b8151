import type { Snapshot } from '../../shared/snapshot.ts';
import { isBlind } from '../../shared/status/summary.ts';
import { useWords } from '../app/words.ts';
import styles from './WhyBlind.module.css';

/** Why nothing can be seen, after what to do about it. */
export function WhyBlind({ connectivity }: Pick<Snapshot, 'connectivity'>) {
  const { t } = useWords();
  if (!isBlind(connectivity)) return null;
  const { state } = connectivity;
  return (
    <p className={styles.why}>
      {state === 'offline' && <strong>{t('offline.do')}</strong>} {t(`${state}.explain`)}
    </p>
  );
}
