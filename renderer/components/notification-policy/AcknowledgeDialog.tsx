import { useState } from 'react';
import type { FormEvent } from 'react';
import type { AcknowledgeLength } from '../../../shared/triage/mutes.ts';
import { acknowledgeLengths, reasonLimit } from '../../../shared/triage/mutes.ts';
import type { ChosenPlace, ShareOutcome } from '../../../shared/triage/sharing.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { call } from '../../app/bridge.ts';
import { useKept } from '../../app/kept.ts';
import { useWords } from '../../app/words.ts';
import { redact } from '../../../shared/redact/redact.ts';
import { removalsOf } from '../../../shared/redact/removals.ts';
import { TakenOut } from '../TakenOut.tsx';
import { Field } from '../Field.tsx';
import { Dialog, DialogButtons } from '../Dialog.tsx';
import { ShareChoice } from './ShareChoice.tsx';
import { shownByNote } from './outcome.ts';
import { isSamePlace, usePlace } from './place.ts';
import form from '../form.module.css';
import styles from './MuteControls.module.css';

type Props = Readonly<{
  view: ServiceView;
  onClose: () => void;
  /** The outcome of sharing. */
  onOutcome: (outcome: ShareOutcome) => void;
}>;

export function AcknowledgeDialog({ view, onClose, onOutcome }: Props) {
  const { t } = useWords();
  const [reason, setReason] = useKept(`acknowledge.reason.${view.id}`, '');
  const [length, setLength] = useKept<AcknowledgeLength>(`acknowledge.length.${view.id}`, '24h');
  // Sharing is opt-in, each time.
  const [chosen, setChosen] = useState<ChosenPlace>();
  const [kept, setKept] = useState<readonly string[]>([]);
  const place = usePlace(view);
  const share = isSamePlace(chosen, place) ? chosen : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) return;
    void call('policy.acknowledge', {
      serviceId: view.id,
      reason,
      length,
      share,
      kept: [...kept],
    }).then(onOutcome, shownByNote);
    onClose();
  };
  return (
    <Dialog title={t('policy.seenService', { name: view.name })} onClose={onClose}>
      <p>{t('policy.seen.explain')}</p>
      <form className={`${form.form} ${styles.form}`} onSubmit={submit}>
        <Field label={t('policy.seen.reason')}>
          {(control) => (
            <input
              {...control}
              dir="auto"
              value={reason}
              maxLength={reasonLimit}
              required
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <LengthField length={length} onChange={setLength} />
        <ShareChoice
          place={place}
          share={share !== undefined}
          onChoose={(next) => {
            setChosen(next);
            // Undone redactions were meant for the readers of the other place.
            setKept([]);
          }}
        />
        {share && (
          <TakenOut
            removals={removalsOf(redact(reason, kept).redactions)}
            kept={kept}
            onKeep={setKept}
          />
        )}
        <DialogButtons onCancel={onClose}>
          <button type="submit" className="primary">
            {t(share ? 'policy.seen.submitShare' : 'policy.seen.submit')}
          </button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

type LengthProps = Readonly<{
  length: AcknowledgeLength;
  onChange: (length: AcknowledgeLength) => void;
}>;

function LengthField({ length, onChange }: LengthProps) {
  const { t } = useWords();
  return (
    <Field label={t('policy.seen.length')}>
      {(control) => (
        <select
          {...control}
          value={length}
          onChange={(event) => onChange(event.target.value as AcknowledgeLength)}
        >
          {acknowledgeLengths.map((one) => (
            <option key={one} value={one}>
              {t(`policy.seen.${one}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
