import type { FormEvent } from 'react';
import { useState } from 'react';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { useLostFocus } from '../../app/lost-focus.ts';
import { LoginFields, useLogin } from '../LoginFields.tsx';
import form from '../form.module.css';
import styles from './accounts.module.css';

type Props = Readonly<{
  server: string;
  /** Whether it is the first sign-in method shown. */
  isFirst: boolean;
}>;

export function PasswordForm({ server, isFirst }: Props) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const login = useLogin();
  useLostFocus(login.user);

  const submit = async () => {
    const typed = login.typed();
    if (busy || typed.user === '' || typed.password === '') return;
    setBusy(true);
    await call('accounts.matrix.signIn', { server, ...typed }).catch(() => undefined);
    setBusy(false);
    login.clearPassword();
    login.password.current?.focus();
  };
  return (
    <form
      className={`${form.form} ${styles.form}`}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <LoginFields
        login={login}
        labels={{ user: t('accounts.user'), password: t('accounts.password') }}
        userInput={{ autoComplete: 'username' }}
        passwordInput={{ required: true, maxLength: 1024 }}
      />
      <div className={`row ${form.controls}`}>
        <button type="submit" className={isFirst ? 'primary' : undefined} aria-disabled={busy}>
          {t('accounts.signIn')}
        </button>
        <output className={styles.status}>{busy && t('accounts.signingIn')}</output>
      </div>
    </form>
  );
}
