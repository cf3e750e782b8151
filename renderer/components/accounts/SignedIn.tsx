import { useState } from 'react';
import type { AccountFault } from '../../../shared/accounts/state.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { Confirm } from '../Confirm.tsx';
import { FaultLine } from './faults.tsx';
import form from '../form.module.css';
import styles from './accounts.module.css';

type Props = Readonly<{
  via: 'matrix' | 'github';
  /** Says who is signed in, and where. */
  line: string;
  keptIn: 'keyring' | 'session' | undefined;
  fault: AccountFault | undefined;
}>;

export function SignedIn({ via, line, keptIn, fault }: Props) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const signOut = () => {
    setAsking(false);
    void call(`accounts.${via}.signOut`, undefined);
  };
  return (
    <div className={`${form.form} ${styles.form}`}>
      <p className={styles.who}>{line}</p>
      {keptIn && <p className="quiet">{t(`accounts.kept.${keptIn}`)}</p>}
      <FaultLine fault={fault} />
      <div>
        <button type="button" onClick={() => setAsking(true)}>
          {t(`accounts.signOut.${via}`)}
        </button>
      </div>
      {asking && (
        <Confirm
          title={t(`accounts.signOut.${via}.ask`)}
          text={t(`accounts.signOut.${via}.explain`)}
          action={t('accounts.signOut')}
          onAction={signOut}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
