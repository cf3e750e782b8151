import { useEffect, useRef } from 'react';
import type { Attachment } from '../../../shared/feedback/outbox.ts';
import { useWords } from '../../app/words.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { KeptPicture } from './PictureCanvas.tsx';
import { PictureEditor } from './PictureEditor.tsx';
import { pasteKeys, screenButtonId } from './PictureWays.tsx';
import { Sources } from './Sources.tsx';
import type { PictureWork } from './use-picture.ts';
import styles from './PictureField.module.css';

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

function sizeOf({ width, height }: ImageBitmap) {
  return { width, height };
}
