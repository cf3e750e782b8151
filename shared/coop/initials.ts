/** What stands for a co-op that has no logo: one or two letters of its name. Pure. */

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Left out if anything else remains: “The Maple Street Co-op” is MS. */
const small = new Set(
  'a an and at by for in of on or the to co-op coop cooperative coopérative au aux d de des du en et la le les l un une'.split(
    ' ',
  ),
);

/** Two capital letters where a script has capitals; else one sign, since others join or are wide. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s/·|,.:;()«»“”"’'–—]+/u).filter((word) => signOf(word) !== undefined);
  const telling = words.filter((word) => !small.has(word.toLowerCase()));
  const [first, second] = (telling.length > 0 ? telling : words).map((word) => signOf(word) ?? '');
  if (first === undefined) return graphemesOf(name.trim())[0] ?? '';
  if (!hasCapitals(first) && !/^\p{N}/u.test(first)) return first;
  return second !== undefined && hasCapitals(second)
    ? capital(first) + capital(second)
    : capital(first);
}

/** The first letter, figure or emoji. */
function signOf(word: string): string | undefined {
  return graphemesOf(word).find((sign) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(sign));
}

function graphemesOf(text: string): readonly string[] {
  // Names have 80 characters at most; so has what is looked at here.
  return Array.from(segmenter.segment(text.slice(0, 80)), ({ segment }) => segment);
}

function hasCapitals(sign: string): boolean {
  return sign.toLowerCase() !== sign.toUpperCase();
}

/** `ß` has none of one letter, and stays. */
function capital(sign: string): string {
  const upper = sign.toUpperCase();
  return graphemesOf(upper).length === 1 ? upper : sign;
}
