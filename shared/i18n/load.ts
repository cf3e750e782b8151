/** Reads the member's language alone: the other would lie in the memory of an app that never speaks it. */
import type { Locale } from './locale.ts';
import type { Translate } from './translator.ts';
import { translator } from './translator.ts';

export async function loadTranslate(locale: Locale): Promise<Translate> {
  const catalogue = locale === 'fr' ? (await import('./fr.ts')).fr : (await import('./en.ts')).en;
  return translator(locale, catalogue);
}
