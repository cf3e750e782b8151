import type { AccountFault } from '../../../shared/accounts/state.ts';
import { useWords } from '../../app/words.ts';
import styles from './accounts.module.css';

/** What went wrong and what to do; the place stays, so that a screen reader hears what comes into it. */
export function FaultLine({ fault }: Readonly<{ fault: AccountFault | undefined }>) {
  const { t } = useWords();
  return (
    <p role="alert" className={styles.error}>
      {fault && t(`accounts.fault.${fault}`)}
    </p>
  );
}
