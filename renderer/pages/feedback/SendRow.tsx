import type { DestinationView } from '../../../shared/feedback/state.ts';
import type { Result } from '../../../shared/ipc.ts';
import { useWords } from '../../app/words.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { redactedSentence } from './PreviewFold.tsx';
import type { KeepTrouble, Look } from './use-draft.ts';
import styles from './Composer.module.css';

export type SendOutcome = Result<'feedback.send'> | Result<'feedback.openForm'> | 'failed';

type Props = Readonly<{
  destination: DestinationView | undefined;
  look: Look | undefined;
  trouble: KeepTrouble | undefined;
  outcome: SendOutcome | undefined;
  busy: boolean;
  onOpenForm: () => void;
}>;

/** Names place and readers as well, since members may skip the preview. */
export function SendRow({ destination, look, trouble, outcome, busy, onOpenForm }: Props) {
  const { t } = useWords();
  const ready = look !== undefined && 'preview' in look;
  const why = trouble ?? outcome;
  return (
    <div className={styles.send}>
      {destination?.readers !== undefined && (
        <p>
          {t('feedback.where.readers', { place: destination.place, readers: destination.readers })}
        </p>
      )}
      {ready && look.preview.redactions.length > 0 && (
        <p className="quiet">{redactedSentence(t, look.preview)}</p>
      )}
      {destination?.ready === 'sign-in' && <p>{t('feedback.signIn')}</p>}
      {destination?.ready === 'form' && <p>{t('feedback.form')}</p>}
      <div className={styles.row}>
        <button
          type="submit"
          className="primary"
          aria-disabled={busy || !ready}
          aria-describedby="feedback-send-state"
        >
          {destination ? t('feedback.send.to', { name: destination.name }) : t('feedback.send')}
        </button>
        {destination?.ready === 'form' && (
          <button type="button" disabled={busy || !ready} onClick={onOpenForm}>
            {t('feedback.openForm')}
          </button>
        )}
        <span id="feedback-send-state" className="quiet">
          {look && 'missing' in look && t(`feedback.missing.${look.missing}`)}
        </span>
      </div>
      <ErrorLine>
        {why === 'full' && t('feedback.full')}
        {why === 'unwritable' && t('feedback.unwritable')}
        {why === 'too-long' && t('feedback.openForm.tooLong')}
        {why === 'look-again' && t('feedback.lookAgain')}
        {(why === 'failed' || why === 'not-a-draft') && t('feedback.failed')}
      </ErrorLine>
    </div>
  );
}
