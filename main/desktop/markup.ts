/** The texts of a notification so that text from outside stays as it is. */

/** XML has no such signs, not even as entities: Plasma would drop all that follows one. The bus takes no null either. */
const noSigns = /(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu;
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * The body. Servers with `body-markup` read it as XML: Plasma and LXQt drop what follows a `<` that begins no tag. Others
 * show entities as they are written; some of them read tags all the same, which a zero-width space after each `<`
 * prevents.
 */
export function asPlainText(body: string, hasMarkup: boolean): string {
  const plain = body.replaceAll(lineEnds, '\n').replaceAll(noSigns, '');
  if (!hasMarkup) return plain.replaceAll('<', '<\u200B');
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The title, or the label of a button: one line, and no markup anywhere. */
export function asLine(text: string): string {
  return text
    .replaceAll(lineEnds, '\n')
    .replaceAll(noSigns, '')
    .replaceAll(/[\t\n ]+/g, ' ')
    .trim();
}
