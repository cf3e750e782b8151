/** Longest text from outside in a sentence, in characters. */
const quoteLimit = 80;

/** Shortens text from outside. */
export function quote(text: string): string {
  return text.length > quoteLimit ? `${text.slice(0, quoteLimit - 1)}…` : text;
}
