import { useRef } from 'react';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { useLostFocus } from '../../app/lost-focus.ts';
import form from '../form.module.css';
import styles from './accounts.module.css';

export function BrowserWait() {
  const { t } = useWords();
  const cancel = useRef<HTMLButtonElement>(null);
  useLostFocus(cancel);
  return (
    <div className={`${form.form} ${styles.form}`}>
      <output>{t('accounts.browser.waiting')}</output>
      <div>
        <button ref={cancel} type="button" onClick={() => void call('accounts.cancel', undefined)}>
          {t('accounts.cancel')}
        </button>
      </div>
    </div>
  );
}
