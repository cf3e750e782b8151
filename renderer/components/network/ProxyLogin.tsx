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
  const trouble = troubleOf(sent, asked);
  const send = async (login: TypedLogin) => {
    const { proxy, user } = login;
    const outcome = await submit(login);
    setSent({ proxy, user, outcome });
    if (outcome !== 'failed') setTypedFor(undefined);
    void call('status.checkNow', {}).catch(() => undefined);
    return outcome;
  };
  return (
    <>
      <ErrorLine>
        {trouble === 'failed' && t('fault.call')}
        {trouble === 'gone' && t('proxy.login.gone', { proxy: sent?.proxy ?? '' })}
        {trouble === 'refused' && t('proxy.login.refused', { proxy: asked?.proxy ?? '' })}
      </ErrorLine>
      {/* By its proxy, so that nothing typed for one is sent to another. */}
      {asked && (
        <LoginForm
          key={asked.proxy}
          proxy={asked.proxy}
          user={sent?.proxy === asked.proxy ? sent.user : ''}
          isNamed={trouble === 'refused'}
          takesFocus={takesFocus || sent !== undefined}
          onType={(isEmpty) => setTypedFor(isEmpty ? undefined : asked)}
          onSend={send}
        />
      )}
      <KeptLogin isThere={hasLogin} isUntilQuit={sent?.outcome === 'until-quit'} />
    </>
  );
}

/** One that asks for a login again has not gone. */
function troubleOf(
  sent: Sent | undefined,
  asked: Wanted | undefined,
): 'failed' | 'gone' | 'refused' | undefined {
  if (sent?.outcome === 'failed') return 'failed';
  if (sent?.outcome === 'gone' && sent.proxy !== asked?.proxy) return 'gone';
  return asked?.wasRefused ? 'refused' : undefined;
}

type KeptProps = Readonly<{ isThere: boolean; isUntilQuit: boolean }>;

/** What is kept, until it has been deleted. */
function KeptLogin({ isThere, isUntilQuit }: KeptProps) {
  const { t } = useWords();
  const [fault, setFault] = useState<'fault.call' | 'proxy.login.remains'>();
  // It is about the one before, once another is kept.
  const remains = isThere && fault === 'proxy.login.remains' ? undefined : fault;
  if (!isThere && remains === undefined) return null;
  const forget = async () => {
    setFault(undefined);
    try {
      if (!(await call('proxy.forget', undefined))) setFault('proxy.login.remains');
    } catch {
      setFault('fault.call');
    }
  };
  return (
    <div className={styles.login}>
      {isThere && <p>{t('proxy.login.known')}</p>}
      {isThere && isUntilQuit && <p>{t('proxy.login.session')}</p>}
      <ErrorLine>{remains && t(remains)}</ErrorLine>
      <div className="row">
        <button type="button" onClick={() => void forget()}>
          {t('proxy.login.forget')}
        </button>
      </div>
    </div>
  );
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
  onType: (isEmpty: boolean) => void;
  onSend: (login: TypedLogin) => Promise<Outcome>;
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
    const outcome = await onSend(typed);
    setBusy(false);
    // What went nowhere can be sent again.
    if (outcome === 'kept' || outcome === 'until-quit') login.clearPassword();
  };
  return (
    <form
      className={`${form.form} ${styles.login}`}
      onChange={() => {
        const typed = login.typed();
        onType(typed.user === '' && typed.password === '');
      }}
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
