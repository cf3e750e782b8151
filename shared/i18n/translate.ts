/** Sentences in the member's language, and times and spans as that language writes them. Pure. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../snapshot.ts';
import type { MessageKey } from './en.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

export type Params = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, params?: Params) => string;

const catalogues: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { en, fr };

/** The catalogue's language nearest to a BCP 47 tag such as `fr-CA`. */
export function nearestLocale(tag: string): Locale {
  return tag.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** Sentences are parsed when first used: an idle app needs a dozen of them. */
export function createTranslate(locale: Locale): Translate {
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  return (key, params = {}) => {
    let message = parsed.get(key);
    if (!message) {
      // Tags are text here: what comes from outside is never markup.
      message = new IntlMessageFormat(catalogues[locale][key], locale, undefined, {
        ignoreTag: true,
      });
      parsed.set(key, message);
    }
    return String(message.format(params));
  };
}
