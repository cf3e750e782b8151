import { useState } from 'react';
import { Copy, Download, Trash2 } from 'lucide-react';
import { resultsInMessage } from '../../../shared/echo/room-message.ts';
import type { Result } from '../../../shared/echo/state.ts';
import type { ShownPlace } from '../../../shared/feedback/shown-place.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { Confirm } from '../../components/Confirm.tsx';
import { Dialog, DialogButtons } from '../../components/Dialog.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { useOutcome } from './outcomes.ts';
import styles from './ResultActions.module.css';

type Props = Readonly<{
  results: readonly Result[];
  onAgain: (() => void) | undefined;
  onClose: () => void;
}>;

/** The action to confirm. */
type Confirming = 'forget' | ShownPlace;

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

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
  const onDone = () => setConfirming(undefined);
  return (
    <>
      {onAgain && (
        <button type="button" className="primary" onClick={onAgain}>
          {t('calls.again')}
        </button>
      )}
      {results.length <= resultsInMessage && (
        <button type="button" onClick={() => track(askToSend())}>
          {t('calls.send')}
        </button>
      )}
      <Disclosure className={styles.more} summary={t('calls.more')}>
        <div className="row">
          <button type="button" onClick={save}>
            <Download {...icon} />
            {t('calls.save')}
          </button>
          <button type="button" onClick={copy}>
            <Copy {...icon} />
            {t('calls.copy')}
          </button>
          <button type="button" className="danger" onClick={() => setConfirming('forget')}>
            <Trash2 {...icon} />
            {t('calls.forget')}
          </button>
        </div>
      </Disclosure>
      <output className="quiet">{outcome && t(`calls.${outcome}`)}</output>
      {confirming === 'forget' && (
        <Confirm
          title={t('calls.forget.sure', { count: results.length })}
          action={t('calls.forget')}
          onAction={() => {
            onDone();
            track(forget());
          }}
          onClose={onDone}
        />
      )}
      {confirming !== undefined && confirming !== 'forget' && (
        <Dialog title={t('calls.send.title')} onClose={onDone}>
          <p>{t('calls.send.sure', { name: nameOf(confirming) })}</p>
          <DialogButtons onCancel={onDone}>
            <button
              type="button"
              className="primary"
              onClick={() => {
                onDone();
                send(confirming);
              }}
            >
              {t('calls.send.go')}
            </button>
          </DialogButtons>
        </Dialog>
      )}
    </>
  );
}

/** Includes the room's address: the document may give any room any name and readers. */
function nameOf({ name, place, readers }: ShownPlace): string {
  return [`${name} (${place})`, readers].filter(Boolean).join(' – ');
}
