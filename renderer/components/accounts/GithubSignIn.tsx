import { useRef, useState } from 'react';
import type { AccountsState, GithubView } from '../../../shared/accounts/state.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { FaultLine } from './faults.tsx';
import { useLostFocus } from '../../app/lost-focus.ts';
import { KeyringQuestion, keyringTrouble } from './KeyringQuestion.tsx';
import form from '../form.module.css';
import styles from './accounts.module.css';

type Props = Readonly<{ accounts: AccountsState; github: GithubView }>;

export function GithubSignIn({ accounts, github }: Props) {
  const { t } = useWords();
  const [wanted, setWanted] = useState(false);
  const trouble = keyringTrouble(accounts);
  const begin = async () => {
    setWanted(true);
    await call('accounts.github.signIn', undefined).catch(() => undefined);
  };
  if (github.session === 'waiting') return <CodeWait code={github.code} />;
  if (wanted && trouble)
    return <KeyringQuestion trouble={trouble} onLookAgain={begin} onAgreed={begin} />;
  return (
    <div className={`${form.form} ${styles.form}`}>
      <p>{t(github.fault === 'expired' ? 'accounts.github.expired' : 'accounts.github.explain')}</p>
      <div>
        <button type="button" onClick={() => void begin()}>
          {t('accounts.github.signIn')}
        </button>
      </div>
      <FaultLine fault={github.fault === 'expired' ? undefined : github.fault} />
    </div>
  );
}

function CodeWait({ code }: Readonly<{ code: GithubView['code'] }>) {
  const { t, times } = useWords();
  const now = useNow();
  const [copied, setCopied] = useState(false);
  const open = useRef<HTMLButtonElement>(null);
  useLostFocus(open, code?.userCode);
  return (
    <div className={`${form.form} ${styles.form}`}>
      <output>
        {code ? (
          <>
            {t('accounts.github.code', { host: new URL(code.page).host })}{' '}
            <strong className={styles.code}>{code.userCode}</strong>
          </>
        ) : (
          t('accounts.github.starting')
        )}
      </output>
      {code && (
        <p>
          {t('accounts.github.waiting', {
            host: new URL(code.page).host,
            time: times.clock(code.expiresAtUtcMs, now),
          })}
        </p>
      )}
      <div className={`row ${form.controls}`}>
        {code && (
          <>
            <button
              ref={open}
              type="button"
              className="primary"
              onClick={() => void call('accounts.github.openPage', undefined)}
            >
              {t('accounts.github.open')}
            </button>
            <button
              type="button"
              onClick={() =>
                void call('accounts.github.copyCode', undefined).then(() => setCopied(true))
              }
            >
              {t('accounts.github.copy')}
            </button>
          </>
        )}
        <button
          type="button"
          className="ghost"
          onClick={() => void call('accounts.cancel', undefined)}
        >
          {t('accounts.cancel')}
        </button>
        <output className={styles.status}>{copied && t('accounts.github.copied')}</output>
      </div>
    </div>
  );
}
