import type { ReactNode } from 'react';
import { useId } from 'react';
import type { Rect, Size } from '../../../shared/feedback/rectangles.ts';
import { within } from '../../../shared/feedback/rectangles.ts';
import { useWords } from '../../app/words.ts';
import styles from './PictureEditor.module.css';

const sides = ['x', 'y', 'width', 'height'] as const;

type Props = Readonly<{
  legend: string;
  rect: Rect;
  size: Size;
  onChange: (rect: Rect) => void;
  children?: ReactNode;
}>;

/** Edits a rectangle in pixels, as an alternative to dragging. */
export function RectFields({ legend, rect, size, onChange, children }: Props) {
  const { t } = useWords();
  const id = useId();
  return (
    <fieldset className={styles.fields}>
      <legend>{legend}</legend>
      {sides.map((side) => (
        <label key={side} htmlFor={`${id}-${side}`}>
          {t(`feedback.picture.${side}`)}
          <input
            id={`${id}-${side}`}
            type="number"
            min={0}
            max={side === 'x' || side === 'width' ? size.width : size.height}
            step={10}
            value={rect[side]}
            onChange={(event) => {
              const value = event.target.valueAsNumber;
              if (Number.isFinite(value)) onChange(within({ ...rect, [side]: value }, size));
            }}
          />
        </label>
      ))}
      {children}
    </fieldset>
  );
}
