import { useState } from 'react';
import type { Result } from '../../../shared/echo/state.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { useOutcome } from './outcomes.ts';
import styles from './ResultActions.module.css';

type Props = Readonly<{
  results: readonly Result[];
  onAgain: (() => void) | undefined;
  onClose: () => void;
}>;

export function ResultActions({ results, onAgain, onClose }: Props) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const resultIds = results.map((one) => one.id);
  const { outcome, told, copy, save } = useOutcome(resultIds);
  const forget = async () => {
    await call('echo.forgetResults', { resultIds });
    onClose();
    return undefined;
  };
  if (asking) {
    return (
      <fieldset className={styles.row} aria-label={t('calls.actions')}>
        <span>{t('calls.forget.sure', { count: results.length })}</span>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed has made way for it */}
        <button type="button" autoFocus onClick={() => told(forget())}>
          {t('calls.forget')}
        </button>
        <button type="button" onClick={() => setAsking(false)}>
          {t('calls.forget.keep')}
        </button>
      </fieldset>
    );
  }
  return (
    <fieldset className={styles.row} aria-label={t('calls.actions')}>
      {onAgain && (
        <button type="button" className="primary" onClick={onAgain}>
          {t('calls.again')}
        </button>
      )}
      <button type="button" onClick={copy}>
        {t('calls.copy')}
      </button>
      <button type="button" onClick={save}>
        {t('calls.save')}
      </button>
      <button type="button" onClick={() => setAsking(true)}>
        {t('calls.forget')}
      </button>
      <button type="button" onClick={onClose}>
        {t('calls.close')}
      </button>
      <output className={styles.quiet}>{outcome && t(`calls.${outcome}`)}</output>
    </fieldset>
  );
}
