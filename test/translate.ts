/** Synchronous sentences for tests; the app loads only the catalogue that it needs. */
import { en } from '../shared/i18n/en.ts';
import { fr } from '../shared/i18n/fr.ts';
import type { Locale } from '../shared/i18n/languages.ts';
import { languages } from '../shared/i18n/languages.ts';
import type { Catalogue, Translate } from '../shared/i18n/translator.ts';
import { translator } from '../shared/i18n/translator.ts';

const catalogues: Readonly<Record<Locale, Catalogue>> = { en, fr };

export function createTranslate(locale: Locale): Translate {
  return translator(locale, catalogues[locale], languages[locale]);
}
