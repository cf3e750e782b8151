import type { FormEvent } from 'react';
import { useId, useRef, useState } from 'react';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { useLostFocus } from '../../app/lost-focus.ts';
import styles from './accounts.module.css';

type Props = Readonly<{
  server: string;
  /** No other way is offered before it. */
  isFirst: boolean;
}>;

/** The password is in its field and in the one call, and nowhere else in the window. */
export function PasswordForm({ server, isFirst }: Props) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const user = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const id = useId();
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
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label htmlFor={`${id}-user`}>{t('accounts.user')}</label>
      <input
        ref={user}
        id={`${id}-user`}
        className={styles.input}
        required
        maxLength={255}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <label htmlFor={`${id}-password`}>{t('accounts.password')}</label>
      <input
        ref={password}
        id={`${id}-password`}
        type="password"
        className={styles.input}
        required
        maxLength={1024}
        autoComplete="off"
      />
      <div className={styles.row}>
        <button type="submit" className={isFirst ? 'primary' : undefined} aria-disabled={busy}>
          {t('accounts.signIn')}
        </button>
        <output className={styles.told}>{busy && t('accounts.signingIn')}</output>
      </div>
    </form>
  );
}
