import { useRef, useState } from 'react';
import type { Edit, Rect } from '../../../shared/feedback/rectangles.ts';
import { coverOf, wholeOf } from '../../../shared/feedback/rectangles.ts';
import { useWords } from '../../app/words.ts';
import { Chips } from '../../components/Chips.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { DragCanvas } from './DragCanvas.tsx';
import { RectFields } from './RectFields.tsx';
import styles from './PictureEditor.module.css';

type Mode = 'crop' | 'cover';
const modes: readonly Mode[] = ['crop', 'cover'];

type Props = Readonly<{
  image: ImageBitmap;
  edit: Edit;
  onEdit: (edit: Edit) => void;
  onUse: () => void;
  onCancel: () => void;
}>;

/** Crops a picture and covers parts of it, by dragging or by numbers. */
export function PictureEditor({ image, edit, onEdit, onUse, onCancel }: Props) {
  const { t } = useWords();
  const [mode, setMode] = useState<Mode>('crop');
  const take = (rect: Rect) =>
    onEdit(mode === 'crop' ? { ...edit, crop: rect } : { ...edit, covers: [...edit.covers, rect] });
  return (
    <div className={styles.editor}>
      <p id="feedback-picture-edit" className="quiet">
        {t('feedback.picture.editHelp')}
      </p>
      <Chips
        legend={t('feedback.picture.mode')}
        options={modes}
        chosen={mode}
        label={(one) => t(`feedback.picture.mode.${one}`)}
        onChoose={(next) => next && setMode(next)}
      />
      <DragCanvas image={image} edit={edit} onDrag={take} />
      <Disclosure summary={t('feedback.picture.fields')}>
        <ByKeyboard image={image} edit={edit} onEdit={onEdit} />
      </Disclosure>
      <div className="row">
        <button type="button" onClick={onUse}>
          {t('feedback.picture.use')}
        </button>
        <button
          type="button"
          className="ghost"
          onClick={() => onEdit({ crop: wholeOf(image), covers: [] })}
        >
          {t('feedback.picture.whole')}
        </button>
        <button type="button" className="ghost" onClick={onCancel}>
          {t('feedback.picture.cancel')}
        </button>
      </div>
    </div>
  );
}

/** The same by numbers. A new part stands below its button, where the keyboard goes next. */
function ByKeyboard({ image, edit, onEdit }: Pick<Props, 'image' | 'edit' | 'onEdit'>) {
  const { t } = useWords();
  const add = useRef<HTMLButtonElement>(null);
  const { crop, covers } = edit;
  return (
    <>
      <RectFields
        legend={t('feedback.picture.crop')}
        rect={crop}
        size={image}
        onChange={(rect) => onEdit({ ...edit, crop: rect })}
      />
      <button
        ref={add}
        type="button"
        onClick={() => onEdit({ ...edit, covers: [...covers, coverOf(image, covers.length)] })}
      >
        {t('feedback.picture.addCover')}
      </button>
      <output className="unseen">{t('feedback.picture.covers', { count: covers.length })}</output>
      {covers.map((rect, index) => (
        <RectFields
          // Covers have no identity but their order.
          key={`${index + 1}`}
          legend={t('feedback.picture.cover', { number: index + 1 })}
          rect={rect}
          size={image}
          onChange={(next) => onEdit({ ...edit, covers: covers.with(index, next) })}
        >
          <button
            type="button"
            onClick={() => {
              onEdit({ ...edit, covers: covers.toSpliced(index, 1) });
              add.current?.focus();
            }}
          >
            {t('feedback.picture.uncover', { number: index + 1 })}
          </button>
        </RectFields>
      ))}
    </>
  );
}
