import type { DestinationView, FeedbackState } from '../../../shared/feedback/state.ts';
import { useWords } from '../../app/words.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { SendKeys, sendShortcut } from '../../components/SendKeys.tsx';
import { redactedSentence } from './PreviewDialog.tsx';
import type { KeepTrouble, Look } from './use-draft.ts';
import type { SendOutcome, Sending } from './use-send.ts';
import styles from './SendBar.module.css';

type Props = Readonly<{
  state: FeedbackState;
  destination: DestinationView | undefined;
  onDestination: (id: string) => void;
  look: Look | undefined;
  trouble: KeepTrouble | undefined;
  sending: Sending;
  onPreview: () => void;
}>;

/** Always in sight: where it goes, who will read it, what is removed, and the button. */
export function SendBar(props: Props) {
  const { destination, look, trouble, sending, onPreview } = props;
  const { t } = useWords();
  const isReady = look !== undefined && 'preview' in look;
  const isIdle = sending.busy || !isReady;
  return (
    <div className={styles.bar}>
      <ErrorLine>
        <Trouble why={trouble ?? sending.outcome} />
      </ErrorLine>
      <div id="feedback-where" className={styles.where}>
        <Destination {...props} />
      </div>
      <div className={styles.row}>
        <button type="button" className="ghost" aria-haspopup="dialog" onClick={onPreview}>
          {t('feedback.preview')}
        </button>
        <span id="feedback-send-state" className={`quiet ${styles.state}`}>
          {look && 'missing' in look && t(`feedback.missing.${look.missing}`)}
          {isReady && look.preview.redactions.length > 0 && redactedSentence(t, look.preview)}
        </span>
        {destination?.ready === 'form' && (
          <button type="button" aria-disabled={isIdle} onClick={sending.openForm}>
            {t('feedback.openForm')}
          </button>
        )}
        <button
          type="submit"
          className="primary"
          aria-disabled={isIdle}
          aria-describedby="feedback-where feedback-send-state"
          aria-keyshortcuts={sendShortcut()}
        >
          {t('feedback.send')}
          <SendKeys />
        </button>
      </div>
    </div>
  );
}

type DestinationProps = Pick<Props, 'state' | 'destination' | 'onDestination'>;

/** With a choice only where the document names several. */
function Destination({ state, destination, onDestination }: DestinationProps) {
  const { t } = useWords();
  const { destinations } = state;
  if (!destination) return null;
  const { id, place, readers } = destination;
  return (
    <>
      {destinations.length > 1 && (
        <label className={styles.to}>
          <span className={styles.label}>{t('feedback.where')}</span>
          <select value={id} onChange={(event) => onDestination(event.target.value)}>
            {destinations.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {readers !== undefined && <span>{t('feedback.where.readers', { place, readers })}</span>}
    </>
  );
}

function Trouble({ why }: Readonly<{ why: KeepTrouble | SendOutcome | undefined }>) {
  const { t } = useWords();
  switch (why) {
    case 'full':
      return t('feedback.full');
    case 'unwritable':
      return t('feedback.unwritable');
    case 'too-long':
      return t('feedback.openForm.tooLong');
    case 'look-again':
      return t('feedback.lookAgain');
    case 'failed':
    case 'not-a-draft':
      return t('feedback.failed');
    case undefined:
    case 'taken':
    case 'opened':
      return null;
  }
}
