/** Characters of a line that serves as a title. */
const titleLimit = 80;

/** The first line with anything on it, cut to the length of a title. Empty if there is none. Pure. */
export function firstLineOf(text: string): string {
  const line = text.trimStart().split('\n', 1)[0]?.trimEnd() ?? '';
  const characters = [...line];
  return characters.length > titleLimit ? `${characters.slice(0, titleLimit).join('')}…` : line;
}
