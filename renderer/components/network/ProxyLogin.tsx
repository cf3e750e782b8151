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

type TypedLogin = Readonly<{ proxy: string; user: string; password: string }>;

type Props = Readonly<{ state: ProxyState; takesFocus: boolean }>;

/** What became of a login: `gone` if its proxy no longer asked, and it went nowhere. */
type Outcome = 'kept' | 'until-quit' | 'gone' | 'failed';
type Sent = Readonly<{ proxy: string; user: string; outcome: Outcome }>;

/** Asks for what the proxy wants, and says what is kept of it. */
export function ProxyLogin({ state: { wanted, hasLogin }, takesFocus }: Props) {
  const { t } = useWords();
  const [sent, setSent] = useState<Sent>();
  const [typedFor, setTypedFor] = useState<Wanted>();
  // Another network may be tried while the member types: the form stays as long as it is theirs.
  const asked = typedFor && typedFor.proxy !== wanted?.proxy ? typedFor : wanted;
  if (asked?.kinds !== undefined)
    return <Note>{t('proxy.login.kinds', { proxy: asked.proxy, kinds: asked.kinds })}</Note>;
  const isRefused = asked?.wasRefused === true && !isUnsent(sent);
  const wrong = () => {
    if (sent?.outcome === 'failed') return t('fault.call');
    if (sent?.outcome === 'gone') return t('proxy.login.gone', { proxy: sent.proxy });
    return isRefused && t('proxy.login.refused', { proxy: asked.proxy });
  };
  const send = async (login: TypedLogin) => {
    const { proxy, user } = login;
    setSent({ proxy, user, outcome: await submit(login) });
    setTypedFor(undefined);
    void call('status.checkNow', {}).catch(() => undefined);
  };
  return (
    <>
      <ErrorLine>{wrong()}</ErrorLine>
      {/* By its proxy, so that nothing typed for one is sent to another. */}
      {asked && (
        <LoginForm
          key={asked.proxy}
          proxy={asked.proxy}
          user={sent?.proxy === asked.proxy ? sent.user : ''}
          isNamed={isRefused}
          takesFocus={takesFocus || sent !== undefined}
          onType={() => setTypedFor(asked)}
          onSend={send}
        />
      )}
      {hasLogin && (
        <div className={styles.login}>
          <p>{t('proxy.login.known')}</p>
          {sent?.outcome === 'until-quit' && <p>{t('proxy.login.session')}</p>}
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

function isUnsent(sent: Sent | undefined): boolean {
  return sent?.outcome === 'failed' || sent?.outcome === 'gone';
}

async function submit(login: TypedLogin): Promise<Outcome> {
  try {
    const isKept = await call('proxy.login', login);
    if (isKept === undefined) return 'gone';
    return isKept ? 'kept' : 'until-quit';
  } catch {
    return 'failed';
  }
}

type FormProps = Readonly<{
  proxy: string;
  /** The name to begin with. */
  user: string;
  /** What is said above the form names the proxy already. */
  isNamed: boolean;
  takesFocus: boolean;
  onType: () => void;
  onSend: (login: TypedLogin) => Promise<void>;
}>;

function LoginForm({ proxy, user, isNamed, takesFocus, onType, onSend }: FormProps) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const login = useLogin();
  const first = user === '' ? login.user : login.password;
  useEffect(() => {
    if (takesFocus && !isControl(document.activeElement)) first.current?.focus();
  }, [takesFocus, first]);
  const press = async () => {
    const typed = { proxy, ...login.typed() };
    if (busy || typed.user === '') return;
    setBusy(true);
    login.clearPassword();
    await onSend(typed);
    setBusy(false);
  };
  return (
    <form
      className={`${form.form} ${styles.login}`}
      onChange={onType}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void press();
      }}
    >
      {!isNamed && <p>{t('proxy.login.wanted', { proxy })}</p>}
      <p className="quiet">{t('proxy.login.caution')}</p>
      <LoginFields
        login={login}
        labels={{ user: t('proxy.login.user'), password: t('proxy.login.password') }}
        userInput={{ pattern: '[^:]+', defaultValue: user }}
      />
      <div className={`row ${form.controls}`}>
        <button type="submit" className="primary" aria-disabled={busy}>
          {t(busy ? 'proxy.login.busy' : 'proxy.login.submit')}
        </button>
      </div>
    </form>
  );
}

/** A member who is busy with something keeps the focus there. */
function isControl(element: Element | null): boolean {
  return element?.matches('a, button, input, select, summary, textarea') ?? false;
}
