/** A catalogue's sentences, filled in. Pure. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../snapshot.ts';
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
      // Tags are text here: what comes from outside is never markup.
      message = new IntlMessageFormat(catalogue[key], locale, undefined, { ignoreTag: true });
      parsed.set(key, message);
    }
    return String(message.format(params));
  };
}
