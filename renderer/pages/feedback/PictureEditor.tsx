import { useLayoutEffect, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import type { Edit, Point, Rect } from '../../../shared/feedback/rectangles.ts';
import { between, coverOf, wholeOf, within } from '../../../shared/feedback/rectangles.ts';
import { useWords } from '../../app/words.ts';
import { Chips } from '../../components/Chips.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { drawEdited } from './pictures.ts';
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
      <Canvas image={image} edit={edit} onDrag={take} />
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

type CanvasProps = Readonly<{ image: ImageBitmap; edit: Edit; onDrag: (rect: Rect) => void }>;

function Canvas({ image, edit, onDrag }: CanvasProps) {
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const from = useRef<Point>(undefined);
  const [frame, setFrame] = useState<Rect>();
  useLayoutEffect(() => {
    if (!canvas.current) return;
    drawEdited(canvas.current, image, edit);
    if (frame) drawFrame(canvas.current, frame);
  }, [image, edit, frame]);

  const pointIn = (event: PointerEvent<HTMLCanvasElement>): Point => {
    const shown = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - shown.left) * image.width) / shown.width,
      y: ((event.clientY - shown.top) * image.height) / shown.height,
    };
  };
  const dragged = (event: PointerEvent<HTMLCanvasElement>) =>
    from.current && within(between(from.current, pointIn(event)), image);
  const { width, height } = edit.crop;
  return (
    <canvas
      ref={canvas}
      className={styles.canvas}
      {...{ role: 'img', 'aria-label': t('feedback.picture.alt', { width, height }) }}
      aria-describedby="feedback-picture-edit"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = pointIn(event);
      }}
      onPointerMove={(event) => setFrame(dragged(event))}
      onPointerUp={(event) => {
        const rect = dragged(event);
        from.current = undefined;
        setFrame(undefined);
        if (rect && isDrag(rect)) onDrag(rect);
      }}
      onPointerCancel={() => {
        from.current = undefined;
        setFrame(undefined);
      }}
    />
  );
}

/** A shorter drag is ignored as a click. */
const minDragPx = 8;

function isDrag({ width, height }: Rect): boolean {
  return width >= minDragPx && height >= minDragPx;
}

function drawFrame(canvas: HTMLCanvasElement, { x, y, width, height }: Rect): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const line = Math.max(2, canvas.width / 400);
  for (const [colour, dash] of [
    ['#fff', []],
    ['#000', [line * 4]],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = line;
    pen.setLineDash([...dash]);
    pen.strokeRect(x, y, width, height);
  }
}
