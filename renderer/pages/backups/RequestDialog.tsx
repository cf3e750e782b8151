import { useMemo, useState } from 'react';
import { requestLimit } from '../../../shared/backups/ipc.ts';
import type { CardView } from '../../../shared/coop/card.ts';
import { redact } from '../../../shared/redact/redact.ts';
import { removalsOf } from '../../../shared/redact/removals.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { Dialog, DialogButtons } from '../../components/Dialog.tsx';
import { TakenOut } from '../../components/TakenOut.tsx';
import styles from './RequestDialog.module.css';
import type { Request } from './request-text.ts';
import { askText } from './request-text.ts';
import { Ways } from './Ways.tsx';

type Props = Readonly<{
  people: readonly string[];
  card: CardView | undefined;
  request: Request;
  onClose: () => void;
}>;

/** Lets the member edit a request and copy it. */
export function RequestDialog({ people, card, request, onClose }: Props) {
  const { t } = useWords();
  const [text, setText] = useState(request.text);
  const [kept, setKept] = useState<readonly string[]>([]);
  const removals = useMemo(() => removalsOf(redact(text, kept).redactions), [text, kept]);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await call('backups.copyRequest', { text, kept: [...kept] });
    setCopied(true);
  };
  return (
    <Dialog title={request.title} onClose={onClose}>
      <p>
        {askText(t, people)} {request.help}{' '}
        {t(request.help ? 'backupspage.restore.send' : 'backupspage.ask.send')}
      </p>
      <Ways people={people} card={card} />
      <textarea
        className={styles.text}
        dir="auto"
        aria-label={t('backupspage.restore.request')}
        value={text}
        maxLength={requestLimit}
        onChange={(event) => {
          setText(event.target.value);
          setCopied(false);
        }}
      />
      <TakenOut
        legend="redact.legend.copy"
        removals={removals}
        kept={kept}
        onKeep={(next) => {
          setKept(next);
          setCopied(false);
        }}
      />
      <p aria-live="polite" className="quiet">
        {copied && t('backupspage.restore.copied')}
      </p>
      <DialogButtons onCancel={onClose} cancelLabel={t('backupspage.close')}>
        <button type="button" className="primary" onClick={() => void copy()}>
          {t('backupspage.restore.copy')}
        </button>
      </DialogButtons>
    </Dialog>
  );
}
