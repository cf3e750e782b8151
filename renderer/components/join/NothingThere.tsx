import { Copy } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import styles from './NothingThere.module.css';

/** What to do about an address without a document: whom to ask, and for what. */
export function NothingThere({ source }: Readonly<{ source: string }>) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  const copy = async () => {
    const copied = await call('coop.copyRequest', { source }).catch(() => false);
    setOutcome(copied ? 'copied' : 'failed');
  };
  return (
    <section className={styles.next}>
      <h2>{t('join.next')}</h2>
      <ul className={styles.steps}>
        <li>{t('join.next.spelling')}</li>
        <li>{t('join.next.admins')}</li>
      </ul>
      <div className="row">
        <button type="button" onClick={() => void copy()}>
          <Copy size={16} strokeWidth={1.75} aria-hidden="true" />
          {t('join.admins.copy')}
        </button>
      </div>
      <output className="quiet">
        {outcome && t(outcome === 'copied' ? 'join.admins.copied' : 'fault.call')}
      </output>
    </section>
  );
}
