/** A text from outside as it may stand on a page: characters that hide, or turn the page around, are seen. Pure. */

/** Control characters but for tab and line feed, and the overrides of direction, which no honest text needs. */
const unseen = /(?![\t\n])\p{Cc}|[\u202d\u202e]/gu;

export function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(unseen, '\ufffd');
}
