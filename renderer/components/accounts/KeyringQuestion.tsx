import { useId, useRef, useState } from 'react';
import type { AccountsState } from '../../../shared/accounts/state.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { useLostFocus } from '../../app/lost-focus.ts';
import form from '../form.module.css';
import styles from './accounts.module.css';

export type KeyringTrouble = Exclude<NonNullable<AccountsState['keyring']>, 'available'>;

/** Undefined if a sign-in can be stored, or the member agreed not to store it. */
export function keyringTrouble({ keyring, forSession }: AccountsState): KeyringTrouble | undefined {
  if (forSession || keyring === undefined || keyring === 'available') return undefined;
  return keyring;
}

type Props = Readonly<{
  trouble: KeyringTrouble;
  onLookAgain: () => Promise<void>;
  onAgreed?: () => Promise<void>;
}>;

/** Asked before the member types any credentials, if the sign-in cannot be stored. */
export function KeyringQuestion({ trouble, onLookAgain, onAgreed }: Props) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  useLostFocus(first);
  const id = useId();
  const agree = () => {
    void call('accounts.keepForSession', undefined).then(onAgreed);
  };
  const lookAgain = () => {
    setBusy(true);
    void onLookAgain().finally(() => setBusy(false));
  };
  return (
    <div className={`${form.form} ${styles.form}`}>
      <div id={id} className={`${form.form} ${styles.form}`}>
        <p>{t(`accounts.keyring.${trouble}`)}</p>
        <p>{t('accounts.keyring.ask')}</p>
      </div>
      <div className={`row ${form.controls}`}>
        <button ref={first} type="button" className="primary" aria-describedby={id} onClick={agree}>
          {t('accounts.keyring.session')}
        </button>
        <button type="button" aria-disabled={busy} onClick={() => busy || lookAgain()}>
          {t('accounts.keyring.again')}
        </button>
      </div>
    </div>
  );
}
