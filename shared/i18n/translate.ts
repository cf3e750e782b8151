/** Sentences in either language, at once: for the window, which may change its language while it is open. Pure. */
import type { Locale } from './locale.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Catalogue, Translate } from './translator.ts';
import { translator } from './translator.ts';

const catalogues: Readonly<Record<Locale, Catalogue>> = { en, fr };

export function createTranslate(locale: Locale): Translate {
  return translator(locale, catalogues[locale]);
}
