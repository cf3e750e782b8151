/** Text for terminals. Pure. */

const controls = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Invisible characters that reorder or hide text; the two joiners stay, because some scripts and emoji need them. */
const invisible = /(?![\u200C\u200D])\p{Cf}/gu;
const wide =
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Emoji_Presentation}|[\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]/u;

/**
 * Text from outside as one line without control characters: an escape sequence could move the cursor, overwrite earlier
 * lines or set the clipboard.
 */
export function plainLine(text: string): string {
  return text.replaceAll(controls, ' ').replaceAll(invisible, '').trim();
}

/** JSON on one line, with all characters escaped that a terminal or an editor would interpret. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    // Surrogate pairs become two escapes.
    (sign) => Array.from({ length: sign.length }, (_, at) => escaped(sign.charCodeAt(at))).join(''),
  );
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** Width in terminal columns: combining accents take none, CJK characters and emoji two. */
export function columnsOf(text: string): number {
  const signs = new Intl.Segmenter().segment(text);
  return [...signs].reduce((sum, { segment }) => sum + (wide.test(segment) ? 2 : 1), 0);
}

export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}
