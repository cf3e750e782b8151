/** How large the window draws everything, in percent of the usual size. Pure. */
import * as v from 'valibot';

export const textSizes = [100, 110, 125, 150, 175, 200] as const;
export const TextSizeSchema = v.picklist(textSizes);
export type TextSize = v.InferOutput<typeof TextSizeSchema>;

export const usualTextSize: TextSize = 100;

/** The next one in that direction; the same at the ends. */
export function nextTextSize(size: TextSize, step: 1 | -1): TextSize {
  return textSizes[textSizes.indexOf(size) + step] ?? size;
}
