/** How a language spaces its punctuation. Applied to patterns only: what is filled in is text from outside. */
export type Typography = (pattern: string) => string;

export const plainTypography: Typography = (pattern) => pattern;

/**
 * French puts spaces before some signs, which must not break a line there. Narrow ones before `; ! ?` are right in
 * France, and in Québec the alternative to none; full ones before `: »` and units, and after `«`, are right in both.
 * https://vitrinelinguistique.oqlf.gouv.qc.ca/22039
 */
export const frenchTypography: Typography = (pattern) =>
  pattern
    .replaceAll(/ (?=[;!?])/g, '\u202f')
    .replaceAll(/ (?=:(?!:)|[»%$])/g, '\u00a0')
    .replaceAll('« ', '«\u00a0');
