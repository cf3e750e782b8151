/** Fills in a catalogue's sentences. Pure. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Elision } from './elision.ts';
import type { MessageKey } from './en.ts';
import type { Typography } from './typography.ts';

export type Catalogue = Readonly<Record<MessageKey, string>>;
export type Params = Readonly<Record<string, string | number>>;
export type Spelling = Readonly<{ typography: Typography; elision?: Elision }>;
export type Translate = (key: MessageKey, params?: Params) => string;

/** `tag` determines plurals and numbers. Sentences are parsed on first use: an idle app needs a dozen. */
export function translator(tag: string, catalogue: Catalogue, spelling: Spelling): Translate {
  const { typography, elision } = spelling;
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  return (key, params = {}) => {
    let message = parsed.get(key);
    if (!message) {
      // Tags are plain text: what comes from outside is never markup.
      const options = { ignoreTag: true };
      const pattern = typography(catalogue[key]);
      const marked = elision?.mark(pattern) ?? pattern;
      message = new IntlMessageFormat(marked, tag, undefined, options);
      parsed.set(key, message);
    }
    const text = String(message.format(params));
    return elision?.settle(text) ?? text;
  };
}
