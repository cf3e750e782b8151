/** A catalogue's sentences, filled in. Pure. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './locale.ts';
import type { MessageKey } from './en.ts';

export type Catalogue = Readonly<Record<MessageKey, string>>;
export type Params = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, params?: Params) => string;

/** The catalogue's language nearest to a BCP 47 tag such as `fr-CA`. */
export function nearestLocale(tag: string): Locale {
  return tag.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** Sentences are parsed when first used: an idle app needs a dozen of them. */
export function translator(locale: Locale, catalogue: Catalogue): Translate {
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  return (key, params = {}) => {
    let message = parsed.get(key);
    if (!message) {
      const pattern = locale === 'fr' ? unbroken(catalogue[key]) : catalogue[key];
      // Tags are text here: what comes from outside is never markup.
      message = new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true });
      parsed.set(key, message);
    }
    return String(message.format(params));
  };
}

/** In French these signs stand off from the word, and must not be carried to the next line alone. */
function unbroken(french: string): string {
  return french.replaceAll(/ (?=[:;?!»])/g, '\u00a0').replaceAll('« ', '«\u00a0');
}
