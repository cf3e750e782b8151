/**
 * Linux notification servers interpret `<b>`, `<a>` and `<img>` in a body, and some show `&lt;` literally. To keep
 * outside text plain on all of them, a zero-width space follows every `<`.
 */
export function asPlainText(body: string): string {
  return body.replaceAll('<', '<\u200B');
}
