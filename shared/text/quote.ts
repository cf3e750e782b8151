import { shortened } from './shortened.ts';

/** Longest text from outside in a sentence, in characters. */
const quoteLimit = 80;

/** Shortens text from outside. */
export function quote(text: string): string {
  return shortened(text, quoteLimit);
}
