import { useRef, useState } from 'react';
import type { FoundServer } from '../../../shared/accounts/ipc.ts';
import type { AccountFault, AccountsState } from '../../../shared/accounts/state.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../components/Field.tsx';
import { BrowserWait } from './BrowserWait.tsx';
import { FaultLine } from './faults.tsx';
import { useLostFocus } from '../../app/lost-focus.ts';
import { KeyringQuestion, keyringTrouble } from './KeyringQuestion.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import form from '../form.module.css';
import styles from './accounts.module.css';

type Ways = Exclude<FoundServer, Readonly<{ fault: AccountFault }>>;

/** Asks for the server, then about a missing keyring, then for one of the server's sign-in methods. */
export function MatrixSignIn({ accounts }: Readonly<{ accounts: AccountsState }>) {
  const { matrix } = accounts;
  const [found, setFound] = useState<Readonly<{ server: string; ways: Ways }>>();
  const [refused, setRefused] = useState<AccountFault>();
  const trouble = keyringTrouble(accounts);

  const find = async (server: string) => {
    setRefused(undefined);
    const answer = await call('accounts.matrix.find', { server }).catch(
      () => ({ fault: 'internal' }) as const,
    );
    if ('fault' in answer) setRefused(answer.fault);
    else setFound({ server, ways: answer });
  };

  if (matrix.inBrowser) return <BrowserWait />;
  if (!found) {
    return (
      <ServerForm server={matrix.server ?? ''} fault={refused ?? matrix.fault} onNext={find} />
    );
  }
  if (trouble) return <KeyringQuestion trouble={trouble} onLookAgain={() => find(found.server)} />;
  return (
    <WaysOf
      server={found.server}
      ways={found.ways}
      fault={matrix.fault}
      onOther={() => setFound(undefined)}
    />
  );
}

type ServerProps = Readonly<{
  server: string;
  fault: AccountFault | undefined;
  onNext: (server: string) => Promise<void>;
}>;

function ServerForm({ server, fault, onNext }: ServerProps) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  return (
    <form
      className={`${form.form} ${styles.form}`}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('server');
        if (busy || typeof typed !== 'string' || typed.trim() === '') return;
        setBusy(true);
        void onNext(typed.trim()).finally(() => setBusy(false));
      }}
    >
      <Field
        label={t('accounts.server.label')}
        help={t('accounts.server.help')}
        buttons={
          <button type="submit" aria-disabled={busy}>
            {t('accounts.server.next')}
          </button>
        }
      >
        {(control) => (
          <input
            {...control}
            name="server"
            defaultValue={server}
            required
            maxLength={512}
            spellCheck={false}
            autoCapitalize="none"
          />
        )}
      </Field>
      <output className={styles.status}>{busy && t('accounts.server.looking')}</output>
      <FaultLine fault={busy ? undefined : fault} />
    </form>
  );
}

type WaysProps = Readonly<{
  server: string;
  ways: Ways;
  fault: AccountFault | undefined;
  onOther: () => void;
}>;

function WaysOf({ server, ways, fault, onOther }: WaysProps) {
  const { t } = useWords();
  const browser = useRef<HTMLButtonElement>(null);
  useLostFocus(browser);
  return (
    <div className={`${form.form} ${styles.form}`}>
      <p className={styles.at}>
        {ways.at === undefined
          ? t('accounts.server.at', { server })
          : t('accounts.server.atHost', { server, host: ways.at })}{' '}
        <button type="button" className="link" onClick={onOther}>
          {t('accounts.server.other')}
        </button>
      </p>
      {ways.browser && (
        <div>
          <button
            ref={browser}
            type="button"
            className="primary"
            onClick={() => void call('accounts.matrix.signInBrowser', { server })}
          >
            {t('accounts.signIn.browser')}
          </button>
        </div>
      )}
      {ways.browser && ways.password && <p>{t('accounts.signIn.or')}</p>}
      {ways.password && <PasswordForm server={server} isFirst={!ways.browser} />}
      <FaultLine fault={fault} />
    </div>
  );
}
