/** Makes hidden characters in a text from outside visible, before it is put into a page. Pure. */

/** Control characters except tab and line feed, and bidi overrides, which no honest text needs. */
const unseen = /(?![\t\n])\p{Cc}|[\u202d\u202e]/gu;

export function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(unseen, '\ufffd');
}
