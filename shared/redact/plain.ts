/** Normalises text for the patterns, with a mapping back. Pure. */

/**
 * Decomposed accents (macOS file names), zero-width characters (such as those that websites put into long words),
 * full-width forms from Asian keyboards, and non-breaking blanks.
 */
const irregular =
  /\p{L}\p{M}{1,8}|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\uff01-\uff5e]|[\u00a0\u2007\u2009\u202f]/gu;

export type Plain = Readonly<{
  text: string;
  /** Maps a position in `text` to the original, in UTF-16 units. */
  at: (place: number) => number;
}>;

export function plainOf(given: string): Plain {
  const parts: string[] = [];
  /** The end of each change of length, in the plain and in the given text. */
  const ends: (readonly [here: number, there: number])[] = [];
  let [from, length] = [0, 0];
  for (const { 0: it, index } of given.matchAll(irregular)) {
    const plain = plainCharacter(it);
    parts.push(given.slice(from, index), plain);
    length += index - from + plain.length;
    from = index + it.length;
    if (plain.length !== it.length) ends.push([length, from]);
  }
  return { text: parts.join('') + given.slice(from), at: (place) => shifted(ends, place) };
}

function plainCharacter(it: string): string {
  const code = it.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (/^\s$/u.test(it) && code !== 0xfeff) return ' ';
  return /^\p{L}/u.test(it) ? it.normalize('NFC') : '';
}

/** Shifts by the last change at or before the position. */
function shifted(ends: readonly (readonly [number, number])[], place: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle]?.[0] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const [here, there] = ends[low - 1] ?? [0, 0];
  return there + place - here;
}
