/** How words change before what is filled in: “de” before “Agenda” is “d’”, and before a date “du”. Pure. */

export type Elision = Readonly<{
  /** Marks the places of a pattern where a word may change. */
  mark: (pattern: string) => string;
  /** Settles each of them, now that its value is known, and takes the marks out. */
  settle: (text: string) => string;
}>;

/** For private use: no text has them, so a “de” within what is filled in stays as it is. */
const place = '\u{E000}';
/** Where a time is filled in: elsewhere “8 mars” is a name. */
const timePlace = '\u{E001}';
const rangeEnd = '\u{E002}';
const timeName = /^(?:time|until|since|from|date|due|first|last)$/;
const places = /[\u{E000}-\u{E002}]/gu;

const vowel = '(?=[aàáâäåãeéèêëiíîïoóôöøuúùûæœ])';
/** A day as `times.ts` writes it. A time of day and a weekday take no article. */
const day =
  '(?=(?:1er|\\d\\d?)[ \u00a0](?:janv|févr|mars|avr|mai|juin|juill|août|sept|oct|nov|déc)(?!\\p{L}))';

const found = (pattern: string, flags = 'giu') => new RegExp(pattern, flags);
const changes: readonly (readonly [RegExp, string])[] = [
  [found(`(d)e ${places.source}${vowel}`), '$1’'],
  [found(`(d)e ${timePlace}${day}`), '$1u '],
  [found(`(depuis) ${timePlace}${day}`), '$1 le '],
  [found(`(jusqu’)à ${timePlace}${day}`), '$1au '],
  [found(`à ${rangeEnd}${day}`), 'au '],
  [found(`À ${timePlace}${day}`, 'gu'), 'Le '],
  [found(`à ${timePlace}${day}`), 'le '],
];

export const frenchElision: Elision = {
  mark: (pattern) =>
    pattern.replaceAll(
      /(?<!\p{L})(?:de|depuis|à) (?=\{(\w+)\})/giu,
      (word, name: string) => word + placeOf(name),
    ),
  settle: (text) =>
    text.search(places) === -1
      ? text
      : changes
          .reduce((said, [from, to]) => said.replaceAll(from, to), text)
          .replaceAll(places, ''),
};

function placeOf(name: string): string {
  if (name === 'to') return rangeEnd;
  return timeName.test(name) ? timePlace : place;
}
