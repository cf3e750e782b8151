import type { FormEvent } from 'react';
import { useEffect, useState } from 'react';
import type { ProxyState } from '../../../shared/proxy/ipc.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { ErrorLine } from '../ErrorLine.tsx';
import { LoginFields, useLogin } from '../LoginFields.tsx';
import { Note } from '../Note.tsx';
import form from '../form.module.css';
import styles from './network.module.css';

type Wanted = NonNullable<ProxyState['wanted']>;

type Props = Readonly<{ state: ProxyState; takesFocus: boolean }>;

/** Asks for what the proxy wants, and says what is kept of it. */
export function ProxyLogin({ state: { wanted, hasLogin }, takesFocus }: Props) {
  const { t } = useWords();
  const [isKept, setKept] = useState(true);
  if (wanted?.kinds !== undefined)
    return <Note>{t('proxy.login.kinds', { proxy: wanted.proxy, kinds: wanted.kinds })}</Note>;
  return (
    <>
      {/* By its proxy, so that nothing typed for one is sent to another. */}
      {wanted && (
        <LoginForm key={wanted.proxy} wanted={wanted} takesFocus={takesFocus} onKept={setKept} />
      )}
      {hasLogin && (
        <div className={styles.login}>
          <p>{t('proxy.login.known')}</p>
          {!isKept && <p>{t('proxy.login.session')}</p>}
          <div className="row">
            <button type="button" onClick={() => void call('proxy.forget', undefined)}>
              {t('proxy.login.forget')}
            </button>
          </div>
        </div>
      )}
    </>
  );
}

type FormProps = Pick<Props, 'takesFocus'> &
  Readonly<{ wanted: Wanted; onKept: (isKept: boolean) => void }>;

function LoginForm({ wanted: { proxy, wasRefused }, takesFocus, onKept }: FormProps) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const login = useLogin();
  const { user } = login;
  useEffect(() => {
    if (takesFocus) user.current?.focus();
  }, [takesFocus, user]);
  const submit = async () => {
    const typed = { proxy, ...login.typed() };
    if (busy || typed.user === '') return;
    setBusy(true);
    const isKept = await call('proxy.login', typed).catch(() => undefined);
    if (isKept !== undefined) onKept(isKept);
    setBusy(false);
    login.clearPassword();
    await call('status.checkNow', {}).catch(() => undefined);
  };
  return (
    <form
      className={`${form.form} ${styles.login}`}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>{t('proxy.login.wanted', { proxy })}</p>
      <p className="quiet">{t('proxy.login.caution')}</p>
      <LoginFields
        login={login}
        labels={{ user: t('proxy.login.user'), password: t('proxy.login.password') }}
        userInput={{ pattern: '[^:]+' }}
      />
      <div className={`row ${form.controls}`}>
        <button type="submit" className="primary" aria-disabled={busy}>
          {t(busy ? 'proxy.login.busy' : 'proxy.login.submit')}
        </button>
      </div>
      <ErrorLine>{wasRefused && t('proxy.login.refused', { proxy })}</ErrorLine>
    </form>
  );
}
