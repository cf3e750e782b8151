import { shortened } from '../text/shortened.ts';

/** One line of text from outside: no control characters, nothing that changes the direction of what follows. Pure. */
export function plainLine(text: string, limit: number): string {
  const line = text
    .slice(0, limit * 4)
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\p{Bidi_Control}/gu, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  return shortened(line, limit);
}
