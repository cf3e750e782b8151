import { useMemo, useState } from 'react';
import { requestLimit } from '../../../shared/backups/ipc.ts';
import type { TargetView } from '../../../shared/backups/view.ts';
import { anyOf } from '../../../shared/wording/backups-page.ts';
import { redact } from '../../../shared/redact/redact.ts';
import { removalsOf } from '../../../shared/redact/removals.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { TakenOut } from '../../components/TakenOut.tsx';
import styles from './Restore.module.css';

type Props = Readonly<{ people: readonly string[]; onRestore: () => void }>;

/** Says whom to ask for a restore, and starts the request. */
export function Restore({ people, onRestore }: Props) {
  const { t } = useWords();
  return (
    <section className={styles.part} aria-labelledby="backups-restore">
      <h2 id="backups-restore">{t('backupspage.restore')}</h2>
      <p>
        {askText(t, people)} {t('backupspage.restore.help')}
      </p>
      <button type="button" onClick={onRestore}>
        {t('backupspage.restore.start')}
      </button>
    </section>
  );
}

/** "Ask El or Robin." */
export function askText(t: Words['t'], people: readonly string[]): string {
  return people.length > 0
    ? t('backupspage.ask', { people: anyOf(t, people) })
    : t('backupspage.ask.nobody');
}

/** Drafts a request; `target` is the backup to restore from, if known. */
export function requestText(
  { t, times }: Words,
  target: TargetView | undefined,
  now: number,
): string {
  if (!target) return t('backupspage.restore.text');
  const { name, lastSuccessUtcMs: at } = target;
  const text = t('backupspage.restore.textFrom', { name });
  const time = at === undefined ? t('backupspage.notTold') : times.clock(at, now);
  return `${text}\n\n${t('backupspage.restore.newest', { time })}`;
}

type DialogProps = Readonly<{
  people: readonly string[];
  target: TargetView | undefined;
  onClose: () => void;
}>;

/** Lets the member edit a request and copy it. */
export function RequestDialog({ people, target, onClose }: DialogProps) {
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
        {askText(t, people)} {t('backupspage.restore.send')}
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
      <div className={styles.end}>
        <output>{copied && t('backupspage.restore.copied')}</output>
        <button type="button" className="primary" onClick={() => void copy()}>
          {t('backupspage.restore.copy')}
        </button>
        <button type="button" onClick={onClose}>
          {t('backupspage.close')}
        </button>
      </div>
    </Dialog>
  );
}
