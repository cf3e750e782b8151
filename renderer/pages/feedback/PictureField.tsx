import { useEffect, useRef } from 'react';
import type { Attachment } from '../../../shared/feedback/outbox.ts';
import { sourceNames } from '../../../shared/feedback/source-names.ts';
import { useWords } from '../../app/words.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { KeptPicture, PictureCanvas } from './PictureCanvas.tsx';
import { PictureEditor } from './PictureEditor.tsx';
import type { PictureWork } from './use-picture.ts';
import styles from './PictureField.module.css';

type Props = Readonly<{
  kept: Attachment | undefined;
  work: PictureWork;
  onUse: () => void;
  onRemove: () => void;
}>;

/** One picture: of the screen, of a window, pasted, or from a file. */
export function PictureField({ kept, work, onUse, onRemove }: Props) {
  const { t } = useWords();
  const { taken, sources, trouble } = work;
  const heading = useRef<HTMLHeadingElement>(null);
  const stage = taken ? 'cut' : sources ? 'choose' : kept ? 'kept' : 'none';
  const before = useRef(stage);
  // Changing the stage removes the focused button.
  useEffect(() => {
    if (before.current !== stage) heading.current?.focus();
    // The sources may be below the fold.
    if (before.current !== stage && stage === 'choose') heading.current?.scrollIntoView();
    before.current = stage;
  }, [stage]);
  return (
    <section className={styles.field} aria-labelledby="feedback-picture">
      <h2 ref={heading} id="feedback-picture" tabIndex={-1} className={styles.heading}>
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
          <div className="row">
            <button type="button" onClick={onRemove}>
              {t('feedback.picture.remove')}
            </button>
          </div>
        </>
      )}
      {stage === 'none' && <Ways work={work} />}
      <ErrorLine>
        {trouble === 'failed' && t('feedback.failed')}
        {trouble === 'impossible' && t('feedback.picture.impossible', { keys: pasteKeys() })}
        {trouble !== undefined &&
          trouble !== 'failed' &&
          trouble !== 'impossible' &&
          t(`feedback.picture.${trouble}`)}
      </ErrorLine>
    </section>
  );
}

function Ways({ work }: Readonly<{ work: PictureWork }>) {
  const { t } = useWords();
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <div className="row">
        <button type="button" disabled={work.busy} onClick={work.takeScreen}>
          {t('feedback.picture.screen')}
        </button>
        <button type="button" disabled={work.busy} onClick={work.choose}>
          {t('feedback.picture.choose')}
        </button>
        <button type="button" disabled={work.busy} onClick={() => file.current?.click()}>
          {t('feedback.picture.file')}
        </button>
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
      </div>
      <p className="quiet">{t('feedback.picture.help', { keys: pasteKeys() })}</p>
    </>
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
              disabled={work.busy}
              onClick={() => work.takeSource(id)}
            >
              <PictureCanvas png={thumbnail} label="" small />
              <bdi className={styles.name}>{names[at]}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <div className="row">
        <button type="button" onClick={work.leave}>
          {t('policy.cancel')}
        </button>
      </div>
    </>
  );
}

function pasteKeys(): string {
  return navigator.userAgent.includes('Mac') ? '⌘V' : 'Ctrl+V';
}
