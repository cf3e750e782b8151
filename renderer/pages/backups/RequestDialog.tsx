import { useMemo, useState } from 'react';
import { requestLimit } from '../../../shared/backups/ipc.ts';
import type { TargetView } from '../../../shared/backups/view.ts';
import { redact } from '../../../shared/redact/redact.ts';
import { removalsOf } from '../../../shared/redact/removals.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Dialog, DialogButtons } from '../../components/Dialog.tsx';
import { TakenOut } from '../../components/TakenOut.tsx';
import styles from './RequestDialog.module.css';
import { askText, requestText } from './request-text.ts';

type Props = Readonly<{
  people: readonly string[];
  target: TargetView | undefined;
  onClose: () => void;
}>;

/** Lets the member edit a request and copy it. */
export function RequestDialog({ people, target, onClose }: Props) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const [text, setText] = useState(() => requestText(words, target, now));
  const [kept, setKept] = useState<readonly string[]>([]);
  const removals = useMemo(() => removalsOf(redact(text, kept).redactions), [text, kept]);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await call('backups.copyRequest', { text, kept: [...kept] });
    setCopied(true);
  };
  return (
    <Dialog title={t('backupspage.restore')} onClose={onClose}>
      <p>
        {askText(t, people)} {t('backupspage.restore.help')} {t('backupspage.restore.send')}
      </p>
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
