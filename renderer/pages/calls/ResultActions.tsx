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

/** Actions that need a confirmation. */
type Asked = 'forget' | ShownPlace;

export function ResultActions({ results, onAgain, onClose }: Props) {
  const { t } = useWords();
  const [asked, setAsked] = useState<Asked>();
  const resultIds = results.map((one) => one.id);
  const { outcome, told, copy, save, send } = useOutcome(resultIds);
  const forget = async () => {
    await call('echo.forgetResults', { resultIds });
    onClose();
    return undefined;
  };
  /** Shows where it would go, and who reads it, before it is sent. */
  const askToSend = async () => {
    const { destinations } = await call('feedback.get', undefined);
    const to = destinations.find(({ via }) => via === 'matrix');
    if (!to) return 'sendNowhere' as const;
    setAsked({ id: to.id, via: to.via, name: to.name, place: to.place, readers: to.readers });
    return undefined;
  };
  if (asked === 'forget') {
    return (
      <Sure
        question={t('calls.forget.sure', { count: results.length })}
        yes={t('calls.forget')}
        no={t('calls.forget.keep')}
        onYes={() => told(forget())}
        onNo={() => setAsked(undefined)}
      />
    );
  }
  if (asked) {
    return (
      <Sure
        question={t('calls.send.sure', { name: nameOf(asked) })}
        yes={t('calls.send.go')}
        no={t('calls.send.keep')}
        onYes={() => {
          setAsked(undefined);
          send(asked);
        }}
        onNo={() => setAsked(undefined)}
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
        <button type="button" onClick={() => told(askToSend())}>
          {t('calls.send')}
        </button>
      )}
      <button type="button" onClick={() => setAsked('forget')}>
        {t('calls.forget')}
      </button>
      <button type="button" onClick={onClose}>
        {t('calls.close')}
      </button>
      <output className="quiet">{outcome && t(`calls.${outcome}`)}</output>
    </fieldset>
  );
}

/** Names the room itself: a document may give any room any name and readers. */
function nameOf({ name, place, readers }: ShownPlace): string {
  return [`${name} (${place})`, readers].filter(Boolean).join(' – ');
}

type SureProps = Readonly<{
  question: string;
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
}>;

function Sure({ question, yes, no, onYes, onNo }: SureProps) {
  const { t } = useWords();
  return (
    <fieldset className={styles.row} aria-label={t('calls.actions')}>
      <span>{question}</span>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed has made way for it */}
      <button type="button" autoFocus onClick={onYes}>
        {yes}
      </button>
      <button type="button" onClick={onNo}>
        {no}
      </button>
    </fieldset>
  );
}
