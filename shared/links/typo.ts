/**
 * Whether a word was meant by what was typed of it so far: with one slip (a letter wrong, missing, too many, or two
 * swapped) from four letters on, two from eight. Pure, and fast enough to ask for thousands of words at each key.
 */

export type Word = Readonly<{
  text: string;
  /** A bit for each letter that it has. */
  letters: number;
}>;

/** `text` is folded. */
export function wordOf(text: string): Word {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31);
  return { text, letters };
}

/** For one typed word. It remembers its answers: many names have a word, or its beginning, in common. */
export function meantBy(typed: Word): (word: Word) => boolean {
  const { text, letters } = typed;
  const slips = text.length >= 8 ? 2 : text.length >= 4 ? 1 : 0;
  const known = new Map<string, boolean>();
  const rows = rowsFor(text.length + slips + 1);
  return (word) => {
    if (word.text.startsWith(text)) return true;
    if (slips === 0 || word.text.length < text.length - slips) return false;
    // Most words lack more of the letters than slips can explain.
    if (bitsOf(letters & ~word.letters) > slips) return false;
    const start = word.text.slice(0, text.length + slips);
    const before = known.get(start);
    if (before !== undefined) return before;
    const answer = isNear(rows, text, start, slips);
    known.set(start, answer);
    return answer;
  };
}

function bitsOf(letters: number): number {
  let count = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Of the table of distances, used in turn, and made once for all words. */
type Rows = readonly [Uint8Array, Uint8Array, Uint8Array];

function rowsFor(width: number): Rows {
  return [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];
}

/** Whether what was typed is within `limit` of any start of the word, by optimal string alignment. */
function isNear(rows: Rows, typed: string, word: string, limit: number): boolean {
  const width = word.length + 1;
  let [before, last, next] = rows;
  for (let at = 0; at < width; at += 1) last[at] = at;
  for (let row = 1; row <= typed.length; row += 1) {
    next[0] = row;
    let least = row;
    const letter = typed.charCodeAt(row - 1);
    for (let at = 1; at < width; at += 1) {
      const other = word.charCodeAt(at - 1);
      let distance = (last[at - 1] ?? 0) + (letter === other ? 0 : 1);
      distance = Math.min(distance, (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
      const isSwapped =
        at > 1 && letter === word.charCodeAt(at - 2) && typed.charCodeAt(row - 2) === other;
      if (row > 1 && isSwapped) distance = Math.min(distance, (before[at - 2] ?? 0) + 1);
      next[at] = distance;
      if (distance < least) least = distance;
    }
    if (least > limit) return false;
    [before, last, next] = [last, next, before];
  }
  for (let at = 0; at < width; at += 1) if ((last[at] ?? 0) <= limit) return true;
  return false;
}
