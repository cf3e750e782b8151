/**
 * Linux notification servers read `<b>`, `<a>` and `<img>` in a body as markup, and some show `&lt;` as it stands. What
 * comes from outside must stay text with all of them, so every `<` is followed by a space of no width.
 */
export function asPlainText(body: string): string {
  return body.replaceAll('<', '<\u200B');
}
