/** Characters of a line that serves as a title. */
const titleLimit = 80;

/** The first line with anything on it, cut to the length of a title. Empty if there is none. Pure. */
export function firstLineOf(text: string): string {
  const line = text.trimStart().split('\n', 1)[0]?.trimEnd() ?? '';
  // Not within a pair of surrogates.
  const cut = line.slice(0, titleLimit).replace(/\p{Cs}$/u, '');
  return line.length > titleLimit ? `${cut}…` : line;
}
