import { useLayoutEffect, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import type { Edit, Point, Rect } from '../../../shared/feedback/rectangles.ts';
import { between, within } from '../../../shared/feedback/rectangles.ts';
import { useWords } from '../../app/words.ts';
import { drawEdited } from './pictures.ts';
import styles from './DragCanvas.module.css';

type Props = Readonly<{ image: ImageBitmap; edit: Edit; onDrag: (rect: Rect) => void }>;

/** The picture as it is edited so far, on which a rectangle is dragged with the pointer. */
export function DragCanvas({ image, edit, onDrag }: Props) {
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
