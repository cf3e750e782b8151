/** How words change before what is filled in: “de” before “Agenda” is “d’”, and before a date “du”. Pure. */

export type Elision = Readonly<{
  /** Marks the places of a pattern where a word may change. */
  mark: (pattern: string) => string;
  /** Settles each of them, now that its value is known, and takes the marks out. */
  settle: (text: string) => string;
}>;

/** For private use: no text has it, so a “de” within what is filled in stays as it is. */
const place = '\u{E000}';
const vowel = '(?=[aàâeéèêëiîïoôuùûæœ])';
/** A day as `times.ts` writes it. A time of day and a weekday take no article. */
const day =
  '(?=(?:1er|\\d\\d?)[ \u00a0](?:janv|févr|mars|avr|mai|juin|juill|août|sept|oct|nov|déc))';

const changes = (
  [
    [`(d)e ${place}${vowel}`, '$1’'],
    [`(d)e ${place}${day}`, '$1u '],
    [`(depuis) ${place}${day}`, '$1 le '],
    [`(jusqu’)à ${place}${day}`, '$1au '],
    [`à ${place}${day}`, 'le '],
  ] as const
).map(([found, changed]) => [new RegExp(found, 'giu'), changed] as const);

export const frenchElision: Elision = {
  mark: (pattern) => pattern.replaceAll(/(?<!\p{L})(?:de|depuis|à) (?=\{\w+\})/giu, `$&${place}`),
  settle: (text) =>
    text.includes(place)
      ? changes
          .reduce((said, [found, changed]) => said.replaceAll(found, changed), text)
          .replaceAll(place, '')
      : text,
};
