/** How a language spaces its punctuation. Applied to patterns only: their values are text from outside. */
export type Typography = (pattern: string) => string;

export const plainTypography: Typography = (pattern) => pattern;

/**
 * French puts non-breaking spaces before some signs. Narrow ones before `; ! ?` are right in France, and an alternative
 * to none in Québec; full ones before `: »` and units, and after `«`, are right in both.
 * https://vitrinelinguistique.oqlf.gouv.qc.ca/22039
 */
export const frenchTypography: Typography = (pattern) =>
  pattern
    .replaceAll(/ (?=[;!?])/g, '\u202f')
    .replaceAll(/ (?=:(?!:)|[»%$])/g, '\u00a0')
    .replaceAll('« ', '«\u00a0');
