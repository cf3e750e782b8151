import { useState } from 'react';
import { resultsInMessage } from '../../../shared/echo/room-message.ts';
import type { Result } from '../../../shared/echo/state.ts';
import type { ShownPlace } from '../../../shared/feedback/shown-place.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { useOutcome } from './outcomes.ts';
import styles from './ResultActions.module.css';

type Props = Readonly<{
  results: readonly Result[];
  onAgain: (() => void) | undefined;
  onClose: () => void;
}>;

/** The action to confirm. */
type Confirming = 'forget' | ShownPlace;

export function ResultActions({ results, onAgain, onClose }: Props) {
  const { t } = useWords();
  const [confirming, setConfirming] = useState<Confirming>();
  const resultIds = results.map((one) => one.id);
  const { outcome, track, copy, save, send } = useOutcome(resultIds);
  const forget = async () => {
    await call('echo.forgetResults', { resultIds });
    onClose();
    return undefined;
  };
  /** Before sending, shows where the report goes and who reads it. */
  const askToSend = async () => {
    const { destinations } = await call('feedback.get', undefined);
    const to = destinations.find(({ via }) => via === 'matrix');
    if (!to) return 'sendNowhere' as const;
    setConfirming({ id: to.id, via: to.via, name: to.name, place: to.place, readers: to.readers });
    return undefined;
  };
  if (confirming === 'forget') {
    return (
      <Confirmation
        question={t('calls.forget.sure', { count: results.length })}
        yes={t('calls.forget')}
        no={t('calls.forget.keep')}
        onYes={() => track(forget())}
        onNo={() => setConfirming(undefined)}
      />
    );
  }
  if (confirming) {
    return (
      <Confirmation
        question={t('calls.send.sure', { name: nameOf(confirming) })}
        yes={t('calls.send.go')}
        no={t('calls.send.keep')}
        onYes={() => {
          setConfirming(undefined);
          send(confirming);
        }}
        onNo={() => setConfirming(undefined)}
      />
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
      {results.length <= resultsInMessage && (
        <button type="button" onClick={() => track(askToSend())}>
          {t('calls.send')}
        </button>
      )}
      <button type="button" onClick={() => setConfirming('forget')}>
        {t('calls.forget')}
      </button>
      <button type="button" onClick={onClose}>
        {t('calls.close')}
      </button>
      <output className="quiet">{outcome && t(`calls.${outcome}`)}</output>
    </fieldset>
  );
}

/** Includes the room's address: the document may give any room any name and readers. */
function nameOf({ name, place, readers }: ShownPlace): string {
  return [`${name} (${place})`, readers].filter(Boolean).join(' – ');
}

type ConfirmationProps = Readonly<{
  question: string;
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
}>;

function Confirmation({ question, yes, no, onYes, onNo }: ConfirmationProps) {
  const { t } = useWords();
  return (
    <fieldset className={styles.row} aria-label={t('calls.actions')}>
      <span>{question}</span>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it replaces the pressed button */}
      <button type="button" autoFocus onClick={onYes}>
        {yes}
      </button>
      <button type="button" onClick={onNo}>
        {no}
      </button>
    </fieldset>
  );
}
