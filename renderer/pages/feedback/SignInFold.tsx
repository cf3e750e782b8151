import type { DestinationView } from '../../../shared/feedback/state.ts';
import { useWords } from '../../app/words.ts';
import { useAccounts } from '../../components/accounts/accounts-state.ts';
import { SignIn } from '../../components/accounts/SignIn.tsx';
import styles from './SignInFold.module.css';

/** Signs in without leaving the draft. */
export function SignInFold({ destination }: Readonly<{ destination: DestinationView }>) {
  const { t } = useWords();
  const accounts = useAccounts();
  const { via, name } = destination;
  if (typeof accounts !== 'object' || (via === 'github' && !accounts.github)) return null;
  return (
    <details className={styles.fold}>
      <summary>{t('feedback.signIn.title', { name })}</summary>
      <SignIn via={via} accounts={accounts} />
    </details>
  );
}
