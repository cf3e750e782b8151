import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { useLostFocus } from '../../app/lost-focus.ts';
import { Field } from '../Field.tsx';
import form from '../form.module.css';
import styles from './accounts.module.css';

type Props = Readonly<{
  server: string;
  /** Whether it is the first sign-in method shown. */
  isFirst: boolean;
}>;

/** The password is never in the window's state, only in its field and the call. */
export function PasswordForm({ server, isFirst }: Props) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const user = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  useLostFocus(user);

  const submit = async () => {
    const typed = {
      user: user.current?.value.trim() ?? '',
      password: password.current?.value ?? '',
    };
    if (busy || typed.user === '' || typed.password === '') return;
    setBusy(true);
    await call('accounts.matrix.signIn', { server, ...typed }).catch(() => undefined);
    setBusy(false);
    if (!password.current) return;
    password.current.value = '';
    password.current.focus();
  };
  return (
    <form
      className={`${form.form} ${styles.form}`}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={t('accounts.user')}>
        {(control) => (
          <input
            {...control}
            ref={user}
            required
            maxLength={255}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Field label={t('accounts.password')}>
        {(control) => (
          <input
            {...control}
            ref={password}
            type="password"
            required
            maxLength={1024}
            autoComplete="off"
          />
        )}
      </Field>
      <div className={`row ${form.controls}`}>
        <button type="submit" className={isFirst ? 'primary' : undefined} aria-disabled={busy}>
          {t('accounts.signIn')}
        </button>
        <output className={styles.status}>{busy && t('accounts.signingIn')}</output>
      </div>
    </form>
  );
}
