import { createContext, use } from 'react';
import { createTimes } from '../../shared/i18n/times.ts';
import type { Times } from '../../shared/i18n/times.ts';
import { createTranslate } from '../../shared/i18n/translate.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { Locale } from '../../shared/i18n/locale.ts';

export type Words = Readonly<{ t: Translate; times: Times }>;

/** Without a `timeZone`, times are those of the machine's. */
export function wordsOf(locale: Locale, timeZone?: string): Words {
  return { t: createTranslate(locale), times: createTimes(locale, timeZone) };
}

export const WordsContext = createContext<Words>(wordsOf('en'));

export function useWords(): Words {
  return use(WordsContext);
}
