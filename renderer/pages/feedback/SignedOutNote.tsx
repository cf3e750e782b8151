import type { DestinationView } from '../../../shared/feedback/state.ts';
import { useWords } from '../../app/words.ts';
import { useAccounts } from '../../components/accounts/accounts-state.ts';
import { SignIn } from '../../components/accounts/SignIn.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Note } from '../../components/Note.tsx';
import styles from './Composer.module.css';

/** Says above the text that it will wait, and signs in without leaving the draft. */
export function SignedOutNote({ destination }: Readonly<{ destination: DestinationView }>) {
  const { t } = useWords();
  const accounts = useAccounts();
  const { via, name, ready } = destination;
  if (ready === 'ready') return null;
  const canSignIn = typeof accounts === 'object' && (via === 'matrix' || accounts.github);
  return (
    <div className={styles.above}>
      <Note>
        <p>{t(ready === 'form' ? 'feedback.form' : 'feedback.signIn')}</p>
        {canSignIn && (
          <Disclosure summary={t('feedback.signIn.title', { name })}>
            <SignIn via={via} accounts={accounts} />
          </Disclosure>
        )}
      </Note>
    </div>
  );
}
