/** The longest text from outside that goes into a sentence, in characters. */
const quoteLimit = 80;

/** Text from outside is shortened before it is shown. */
export function quote(text: string): string {
  return text.length > quoteLimit ? `${text.slice(0, quoteLimit - 1)}…` : text;
}
