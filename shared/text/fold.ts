/** Text as it is searched: without accents, capitals, and the signs that people leave out. Pure. */

/** Letters that Unicode does not take apart. */
const others: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  // At the end of a word only, where typing goes on.
  ς: 'σ',
};

/** Words with one blank between them, without what nobody sees, such as what joins the parts of an emoji. `l’élection` is one word, `all-hands` two. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}'’ʼ`]/gu, '')
    .toLowerCase()
    .replaceAll(/[œæßøđðłıþς]/g, (letter) => others[letter] ?? letter)
    .replaceAll(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
}
