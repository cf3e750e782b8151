import { AppWindow, Monitor, Paperclip } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { Attachment } from '../../../shared/feedback/outbox.ts';
import { sourceNames } from '../../../shared/feedback/source-names.ts';
import { onMac } from '../../app/keys.ts';
import { useWords } from '../../app/words.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { KeptPicture, PictureCanvas } from './PictureCanvas.tsx';
import { PictureEditor } from './PictureEditor.tsx';
import type { PictureWork } from './use-picture.ts';
import styles from './PictureField.module.css';

const pasteKeys = onMac ? '⌘V' : 'Ctrl+V';

type Props = Readonly<{
  kept: Attachment | undefined;
  work: PictureWork;
  onUse: () => void;
  onRemove: () => void;
}>;

/** One picture: being chosen, edited, or as it is kept. */
export function PictureField({ kept, work, onUse, onRemove }: Props) {
  const { t } = useWords();
  const { taken, sources, trouble } = work;
  const heading = useRef<HTMLHeadingElement>(null);
  const stage = taken ? 'cut' : sources ? 'choose' : kept ? 'kept' : 'none';
  const before = useRef(stage);
  // Changing the stage removes the focused button.
  useEffect(() => {
    if (before.current === stage) return;
    before.current = stage;
    if (stage === 'none') document.getElementById(screenButtonId)?.focus();
    heading.current?.focus();
    // It opens below the text, perhaps out of sight.
    heading.current?.scrollIntoView({ block: 'start' });
  }, [stage]);
  return (
    <>
      {stage !== 'none' && (
        <section className={`card ${styles.field}`} aria-labelledby="feedback-picture">
          <h2 ref={heading} id="feedback-picture" tabIndex={-1}>
            {t('feedback.picture')}
          </h2>
          {taken && (
            <PictureEditor
              image={taken.image}
              edit={taken.edit}
              onEdit={work.setEdit}
              onUse={onUse}
              onCancel={work.leave}
            />
          )}
          {stage === 'choose' && <Sources work={work} />}
          {stage === 'kept' && kept && (
            <>
              <KeptPicture id={kept.id} label={t('feedback.picture')} />
              <button type="button" onClick={onRemove}>
                {t('feedback.picture.remove')}
              </button>
            </>
          )}
        </section>
      )}
      <output className="unseen">
        {taken && t('feedback.picture.taken', sizeOf(taken.image))}
      </output>
      <ErrorLine>
        {trouble === 'failed' && t('feedback.failed')}
        {trouble === 'impossible' && t('feedback.picture.impossible', { keys: pasteKeys })}
        {trouble !== undefined &&
          trouble !== 'failed' &&
          trouble !== 'impossible' &&
          t(`feedback.picture.${trouble}`)}
      </ErrorLine>
    </>
  );
}

const screenButtonId = 'feedback-picture-screen';

/** The buttons that take a picture, for the foot of the text field. */
export function PictureWays({ work }: Readonly<{ work: PictureWork }>) {
  const { t } = useWords();
  const file = useRef<HTMLInputElement>(null);
  const { busy } = work;
  return (
    <div className={styles.ways}>
      <Way id={screenButtonId} icon={Monitor} busy={busy} onTake={work.takeScreen}>
        {t('feedback.picture.screen')}
      </Way>
      <Way icon={AppWindow} busy={busy} onTake={work.choose}>
        {t('feedback.picture.choose')}
      </Way>
      <Way icon={Paperclip} busy={busy} onTake={() => file.current?.click()}>
        {t('feedback.picture.file')}
      </Way>
      <input
        ref={file}
        type="file"
        hidden
        accept="image/png,image/jpeg"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) work.takeFile(chosen);
        }}
      />
      <p id="feedback-picture-help" className="unseen">
        {t('feedback.picture.help', { keys: pasteKeys })}
      </p>
    </div>
  );
}

type WayProps = Readonly<{
  id?: string;
  icon: LucideIcon;
  busy: boolean;
  onTake: () => void;
  children: ReactNode;
}>;

function Way({ id, icon: Picture, busy, onTake, children }: WayProps) {
  return (
    <button
      id={id}
      type="button"
      className="ghost"
      aria-disabled={busy}
      aria-describedby="feedback-picture-help"
      onClick={() => busy || onTake()}
    >
      <Picture size={18} strokeWidth={1.75} aria-hidden="true" />
      {children}
    </button>
  );
}

function Sources({ work }: Readonly<{ work: PictureWork }>) {
  const { t } = useWords();
  const sources = work.sources ?? [];
  const names = sourceNames(t, sources);
  return (
    <>
      <p>{t('feedback.picture.choosing')}</p>
      <ul className={styles.sources}>
        {sources.map(({ id, thumbnail }, at) => (
          <li key={id}>
            <button
              type="button"
              className={styles.source}
              aria-disabled={work.busy}
              onClick={() => work.busy || work.takeSource(id)}
            >
              <PictureCanvas png={thumbnail} label="" small />
              <bdi className={styles.name}>{names[at]}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={work.leave}>
        {t('dialog.cancel')}
      </button>
    </>
  );
}

function sizeOf({ width, height }: ImageBitmap) {
  return { width, height };
}
