import { useState } from 'react';
import { isSwitchable, isWanted } from '../../../shared/autostart/state.ts';
import { useWords } from '../../app/words.ts';
import { ErrorLine } from '../ErrorLine.tsx';
import styles from './AutostartChoice.module.css';
import { faultText, useAutostart } from './use-autostart.ts';

/** The setting: what the desktop has now, never what was asked for. */
export function AutostartChoice() {
  const { t } = useWords();
  const [known, set] = useAutostart();
  const [hasFailed, setFailed] = useState(false);
  if (!known) return <p className="quiet">{t('autostart.unknown')}</p>;
  const { state, path = '' } = known;
  if (!isSwitchable(state))
    return <p className={styles.text}>{t(`autostart.${state}`, { path })}</p>;
  const change = async (on: boolean) => {
    setFailed(false);
    setFailed((await set(on)) === undefined);
  };
  return (
    <>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={isWanted(state)}
          onChange={(event) => void change(event.target.checked)}
        />
        {t('autostart.choice')}
      </label>
      <ErrorLine>{hasFailed ? t('fault.call') : faultText(t, known)}</ErrorLine>
      <p className={`quiet ${styles.hint}`} aria-live="polite">
        {(state === 'off-outside' || state === 'approval') && t(`autostart.${state}`)}
      </p>
    </>
  );
}
