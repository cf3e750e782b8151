/** Text for terminals. Pure. */

const controls = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Invisible characters that reorder or hide text; the two joiners stay, because some scripts and emoji need them. */
const invisible = /(?![\u200C\u200D])\p{Cf}/gu;
/** Marks on the letter before them, and the parts of a Korean syllable that stand within its first one. */
const within = /[\p{Mn}\p{Me}\p{Cf}\u1160-\u11FF\uD7B0-\uD7FF]/u;
/** East_Asian_Width W and F, by blocks: https://www.unicode.org/reports/tr11/. Scripts would not do: “ー” belongs to none. */
const wide =
  /[\u1100-\u115F\u2329\u232A\u2E80-\u303E\u3041-\u3247\u3250-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]/u;
const emoji = /\p{Emoji_Presentation}/u;

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

/**
 * Width in terminal columns: combining accents take none, CJK characters two, and an emoji two, of however many parts it
 * is made.
 */
export function columnsOf(text: string): number {
  const clusters = [...new Intl.Segmenter().segment(text)];
  return clusters.reduce((sum, { segment }) => sum + columnsOfCluster(segment), 0);
}

function columnsOfCluster(cluster: string): number {
  if (emoji.test(cluster)) return 2;
  return Array.from(cluster).reduce((sum, sign) => sum + columnsOfSign(sign), 0);
}

function columnsOfSign(sign: string): number {
  if (within.test(sign)) return 0;
  return wide.test(sign) ? 2 : 1;
}

export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}
