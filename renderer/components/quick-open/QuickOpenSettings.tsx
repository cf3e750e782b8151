import { useState } from 'react';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';

/** What quick open remembers, and how to get rid of it. */
export function QuickOpenSettings() {
  const { t } = useWords();
  const [isDeleted, setDeleted] = useState(false);
  const remove = async () => {
    await call('links.forget', undefined);
    setDeleted(true);
  };
  return (
    <>
      <p>{t('quickOpen.kept')}</p>
      <div className="row">
        <button type="button" className="danger" onClick={() => void remove()}>
          {t('quickOpen.delete')}
        </button>
        <span aria-live="polite">{isDeleted && t('quickOpen.deleted')}</span>
      </div>
    </>
  );
}
