/**
 * The body of a notification so that outside text stays as it is. Servers with `body-markup` read it as XML: Plasma and
 * LXQt drop what follows a `<` that begins no tag. Others show entities as they are written; some of them read tags all
 * the same, which a zero-width space after each `<` prevents.
 */
export function asPlainText(body: string, hasMarkup: boolean): string {
  if (!hasMarkup) return body.replaceAll('<', '<\u200B');
  return body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
