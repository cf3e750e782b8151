import type { Locale } from '../../../shared/i18n/languages.ts';

/** One of two wordings. A language without its own gets the English one. */
export type Say = (english: string, french: string) => string;

export function sayIn(locale: Locale): Say {
  return (english, french) => (locale === 'fr' ? french : english);
}
