import type { AccountFault } from '../../../shared/accounts/state.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { FaultLine } from './faults.tsx';
import form from '../form.module.css';
import styles from './accounts.module.css';

type Props = Readonly<{ via: 'matrix' | 'github'; who: string; fault: AccountFault }>;

/** An account whose secret could not be read from the keyring. */
export function LockedOut({ via, who, fault }: Props) {
  const { t } = useWords();
  return (
    <div className={`${form.form} ${styles.form}`}>
      <p>{t('accounts.was', { who })}</p>
      <FaultLine fault={fault} />
      <div className={`row ${form.controls}`}>
        <button
          type="button"
          className="primary"
          onClick={() => void call('accounts.restore', undefined)}
        >
          {t('accounts.tryAgain')}
        </button>
        <button
          type="button"
          className="ghost"
          onClick={() => void call(`accounts.${via}.signOut`, undefined)}
        >
          {t('accounts.forget')}
        </button>
      </div>
    </div>
  );
}
