/** Text in the columns of a terminal. Pure. */

const controls = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Invisible signs that reorder or hide text; the two joiners stay, since some scripts and emoji need them. */
const invisible = /(?![\u200C\u200D])\p{Cf}/gu;
const wide =
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Emoji_Presentation}|[\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]/u;

/**
 * Text from outside as one line without control characters: an escape sequence could move the cursor, rewrite what
 * stands above or fill the clipboard of whoever reads it.
 */
export function plainLine(text: string): string {
  return text.replaceAll(controls, ' ').replaceAll(invisible, '').trim();
}

/** JSON on one line, with every sign escaped that a terminal or an editor would act on. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    // What is written as two units is escaped as two.
    (sign) => Array.from({ length: sign.length }, (_, at) => escaped(sign.charCodeAt(at))).join(''),
  );
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** Columns that a terminal gives a text: an accent takes none of its own, a Chinese sign or an emoji two. */
export function columnsOf(text: string): number {
  const signs = new Intl.Segmenter().segment(text);
  return [...signs].reduce((sum, { segment }) => sum + (wide.test(segment) ? 2 : 1), 0);
}

export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}
