import type { ReactNode } from 'react';
import type { Preview } from '../../../shared/feedback/preview-view.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { useWords } from '../../app/words.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { TakenOut } from '../../components/TakenOut.tsx';
import { KeptPicture } from './PictureCanvas.tsx';
import type { Look } from './use-draft.ts';
import styles from './PreviewDialog.module.css';

type Props = Readonly<{
  look: Look | undefined;
  /** Whether a picture is still being edited: it is sent as edited. */
  hasTaken: boolean;
  /** Redactions that the member has undone. */
  kept: readonly string[];
  onKeep: (kept: readonly string[]) => void;
  onClose: () => void;
}>;

/** Everything that will be sent, who will read it, and what was redacted. */
export function PreviewDialog({ look, hasTaken, kept, onKeep, onClose }: Props) {
  const { t } = useWords();
  return (
    <Dialog title={t('feedback.preview')} onClose={onClose}>
      {look && 'missing' in look && (
        <p className="quiet">{t(`feedback.missing.${look.missing}`)}</p>
      )}
      {look && 'preview' in look && (
        <PreviewBody preview={look.preview} hasTaken={hasTaken} kept={kept} onKeep={onKeep} />
      )}
      <div className={styles.end}>
        <button type="button" onClick={onClose}>
          {t('feedback.preview.close')}
        </button>
      </div>
    </Dialog>
  );
}

type BodyProps = Pick<Props, 'hasTaken' | 'kept' | 'onKeep'> & Readonly<{ preview: Preview }>;

function PreviewBody({ preview, hasTaken, kept, onKeep }: BodyProps) {
  const { t } = useWords();
  const { name, place, readers = '', via } = preview.destination;
  return (
    <div className={styles.whole}>
      <p>{t('feedback.preview.line', { name, place, readers })}</p>
      <TakenOut removals={preview.removals} kept={kept} onKeep={onKeep} />
      {(preview.leavesOutPicture || (hasTaken && via === 'github')) && (
        <p>{t('feedback.preview.leavesOutPicture')}</p>
      )}
      {preview.parts.map((part) => (
        <Part key={`${part.kind} ${part.file?.name ?? ''}`} part={part} />
      ))}
      {hasTaken && via === 'matrix' && (
        <p className="quiet">{t('feedback.preview.pictureAbove')}</p>
      )}
    </div>
  );
}

function Part({ part }: Readonly<{ part: Preview['parts'][number] }>) {
  const { t } = useWords();
  const { kind, content, shown, marks, file } = part;
  const size = t('feedback.preview.kilobytes', { size: (file?.sizeBytes ?? 0) / 1000 });
  const title = t(`feedback.preview.${kind}`, { name: file?.name ?? '', size });
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {file?.id !== undefined && <KeptPicture id={file.id} label={title} />}
      {shown !== '' && (
        <pre className={styles.text} dir="auto">
          {marked(shown, marks)}
        </pre>
      )}
      <Disclosure summary={t('feedback.preview.raw')}>
        <pre className={styles.text} dir="auto">
          {content}
        </pre>
      </Disclosure>
    </section>
  );
}

type Marks = Preview['parts'][number]['marks'];

/** Highlights the placeholders of what was redacted. */
function marked(text: string, marks: Marks): ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return [...pieces, text.slice(at)];
}

export function redactedSentence(t: Translate, { redactions }: Preview): string {
  const all = redactions.map(({ kind, count }) => t(`feedback.redacted.${kind}`, { count }));
  return t('feedback.redacted', { what: all.join(', ') });
}
